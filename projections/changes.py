"""What was recorded since a moment, whenever it happened."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, func, select

from projections import events
from projections import state_history as index
from projections.audience import Audience
from projections.page import Listing, Page, paged
from projections.seen import document_column, events_for


def changes(
    connection: Connection, viewer: Audience, since: datetime, page: Page, position: int, party: str | None,
    until: datetime | None,
) -> Listing:  # fmt: skip
    """What was recorded since a moment, in order of position."""
    table, wanted = _changed(viewer, since, party, until)
    shown = page.of(select(table.c.position).where(*wanted), table.c.position).subquery()
    log = events.table.c
    query = select(log.position, document_column(viewer)).join_from(
        shown, events.table, shown.c.position == log.position
    )
    found = connection.execute(query.order_by(log.position.desc() if page.latest else log.position))
    return paged([(at, document) for at, document in found], page, position)


def changes_counted(
    connection: Connection, viewer: Audience, since: datetime, party: str | None, until: datetime | None
) -> int:
    """How much was recorded since a moment."""
    table, wanted = _changed(viewer, since, party, until)
    return int(connection.execute(select(func.count()).select_from(table).where(*wanted)).scalar_one())


def _changed(
    viewer: Audience, since: datetime, party: str | None, until: datetime | None
) -> tuple[Table, list[ColumnElement[bool]]]:
    """Where changes are found: in a party's history, or in the log."""
    table = index.table if party else events.table
    wanted = [table.c.recorded_us >= events.microseconds(since), events_for(viewer, table)]
    wanted += [table.c.recorded_us <= events.microseconds(until)] if until else []
    return table, [*wanted, *([table.c.party == party] if party else [])]
