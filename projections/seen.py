"""Which rows a reader may see, said once for every question."""

from sqlalchemy import ColumnElement, Table, and_, false, func, or_, select

from projections import events
from projections.audience import Audience


def rows_for(table: Table, audience: Audience, key: str = "thing") -> ColumnElement[bool]:
    """Of each thing's rows the most telling that this audience may see: its own before its circle's."""
    row, better = table.c, table.alias("better")
    choices: list[ColumnElement[bool]] = []
    for rank, name in enumerate(audience.keys):
        preferred = audience.keys[:rank]
        own_row = select(better.c[key]).where(better.c[key] == row[key], better.c.audience.in_(preferred)).exists()
        choices.append(and_(row.audience == name, ~own_row) if preferred else row.audience == name)
    return or_(*choices)


def events_for(audience: Audience) -> ColumnElement[bool]:
    """Events within its clearance, or its own; administration only for those who audit or administer."""
    row = events.table.c
    own = [_is_among(party, row.owners) for party in audience.parties]
    visible = or_(row.rank <= audience.clearance.rank, *(own or [false()]))
    return visible if audience.sees_administration else and_(visible, row.administrative.is_(False))


def _is_among(party: str, owners: ColumnElement[str]) -> ColumnElement[bool]:
    """Not LIKE, for which SQLite takes one letter's two cases for the same, and PostgreSQL does not."""
    return func.replace(owners, f"|{party}|", "") != owners


def document_column(audience: Audience) -> ColumnElement[bytes]:
    """The ready document made for readers, for those who see people, or for auditors."""
    if audience.sees_withheld:
        return events.table.c.for_auditors
    return events.table.c.for_coordinators if audience.sees_people else events.table.c.for_readers
