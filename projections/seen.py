"""Which rows a reader may see, said once for every question."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, false, func, or_, select

from projections import events
from projections.audience import OWN, Audience


def rows_for(table: Table, audience: Audience, key: str = "thing") -> ColumnElement[bool]:
    """Of each thing's rows the most telling that this audience may see: one for more of its parties before one for
    fewer, and any of these before its circle's.
    """
    row, better = table.c, table.alias("better")
    if not audience.parties:
        return row.audience == audience.rows_as
    theirs = select(better.c[key]).where(better.c[key] == row[key], _made_for(better.c.audience, audience.parties))
    more = theirs.where(func.length(better.c.audience) > func.length(row.audience))
    return or_(
        and_(row.audience == audience.rows_as, ~theirs.exists()),
        and_(_made_for(row.audience, audience.parties), ~more.exists()),
    )


def _made_for(name: ColumnElement[Any], parties: Iterable[str]) -> ColumnElement[bool]:
    """Whether rows of this name were made for some of these parties and nobody else."""
    rest = name
    for party in sorted(parties):
        rest = func.replace(rest, f"|{party}|", "")
    return rest == OWN


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
