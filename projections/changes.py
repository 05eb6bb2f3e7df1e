"""What was recorded since a moment, whenever it happened."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, func, select

from projections import events
from projections import state_history as index
from projections.audience import Audience
from projections.page import Listing, Page, paged
from projections.seen import document_column, events_for


@dataclass(frozen=True)
class Recorded:
    """From which moment on, until which, and about whom."""

    since: datetime
    until: datetime | None = None
    party: str | None = None


def changes(connection: Connection, viewer: Audience, asked: Recorded, page: Page, position: int) -> Listing:
    """What was recorded then, in order of position."""
    table, wanted = _changed(viewer, asked)
    shown = page.of(select(table.c.position).where(*wanted), table.c.position).subquery()
    log = events.table.c
    query = select(log.position, document_column(viewer)).join_from(
        shown, events.table, shown.c.position == log.position
    )
    found = connection.execute(query.order_by(log.position.desc() if page.latest else log.position))
    return paged([(at, document) for at, document in found], page, position)


def changes_counted(connection: Connection, viewer: Audience, asked: Recorded) -> int:
    """How much was recorded then."""
    table, wanted = _changed(viewer, asked)
    return int(connection.execute(select(func.count()).select_from(table).where(*wanted)).scalar_one())


def _changed(viewer: Audience, asked: Recorded) -> tuple[Table, list[ColumnElement[bool]]]:
    """Where changes are found: in a party's history, or in the log."""
    table = index.table if asked.party else events.table
    wanted = [table.c.recorded_us >= events.microseconds(asked.since), events_for(viewer, table)]
    wanted += [table.c.recorded_us <= events.microseconds(asked.until)] if asked.until else []
    return table, [*wanted, *([table.c.party == asked.party] if asked.party else [])]
