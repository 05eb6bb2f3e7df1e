"""Questions to the log: a State's history, and all events in order."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from domain.contacts.events import ContactRecorded
from projections import events
from projections import state_history as index
from projections.audience import Audience
from projections.filters import HistoryFilter
from projections.page import Listing, Page, paged
from projections.seen import document_column, events_for
from projections.shifts import days_between


def state_history(
    connection: Connection, viewer: Audience, state: str, asked: HistoryFilter, page: Page, position: int,
    as_of: str | None,
) -> Listing:  # fmt: skip
    """One party's items that had happened by a day, in order of position."""
    row = index.table.c
    shown = page.of(select(row.position).where(*_history_wanted(viewer, state, asked, as_of)), row.position).subquery()
    query = select(shown.c.position, document_column(viewer)).join_from(
        shown, events.table, shown.c.position == events.table.c.position
    )
    order = shown.c.position.desc() if page.latest else shown.c.position
    return paged([(at, document) for at, document in connection.execute(query.order_by(order))], page, position)


def history_counted(
    connection: Connection, viewer: Audience, state: str, asked: HistoryFilter, as_of: str | None
) -> tuple[int, str | None]:
    """How many items there are, and the last day on which something happened."""
    row = index.table.c
    query = select(func.count(), func.max(row.occurred_on)).where(*_history_wanted(viewer, state, asked, as_of))
    number, last = connection.execute(query).one()
    return number, last


def _history_wanted(viewer: Audience, state: str, asked: HistoryFilter, as_of: str | None) -> list[ColumnElement[bool]]:
    row = index.table.c
    wanted = [
        row.party == state,
        events_for(viewer, index.table),
        row.role == asked.role if asked.role != "any" else None,
        row.article == asked.article if asked.article is not None else None,
        row.kind == asked.kind if asked.kind else None,
        row.donor == asked.donor if asked.donor else None,
        row.occurred_on >= asked.since if asked.since else None,
        row.occurred_on <= asked.until if asked.until else None,
        row.occurred_on <= as_of if as_of else None,
    ]
    return [each for each in wanted if each is not None]


def log(
    connection: Connection, viewer: Audience, page: Page, position: int, event_id: str | None, as_of: str | None
) -> Listing:
    """Events that had happened by a day, in order of position."""
    return paged(log_rows(connection, viewer, page.after, page.limit + 1, event_id, as_of), page, position)


def log_rows(
    connection: Connection, viewer: Audience, after: int, at_most: int, event_id: str | None, as_of: str | None = None,
    until: int | None = None,
) -> list[tuple[int, bytes]]:  # fmt: skip
    """So many events with their positions; `until` is the last position looked at."""
    row = events.table.c
    wanted = [
        row.event_id == event_id if event_id else None,
        row.occurred_on <= as_of if as_of else None,
        row.position <= until if until is not None else None,
    ]
    query = (
        select(row.position, document_column(viewer))
        .where(row.position > after, events_for(viewer))
        .where(*(each for each in wanted if each is not None))
        .order_by(row.position)
        .limit(at_most)
    )
    return [(at, document) for at, document in connection.execute(query)]


def last_recorded_by(connection: Connection, viewer: Audience, actor: str, at_most: int) -> list[bytes]:
    """The last fact that somebody recorded on each of the things they touched last, newest first."""
    row = events.table.c
    theirs = (row.recorded_by == actor, row.retracted.is_(False), row.administrative.is_(False), events_for(viewer))
    latest = select(func.max(row.position).label("last")).where(*theirs).group_by(row.thing)
    last = latest.order_by(func.max(row.position).desc()).limit(at_most).subquery()
    query = select(document_column(viewer)).join_from(events.table, last, row.position == last.c.last)
    return [document for (document,) in connection.execute(query.order_by(row.position.desc()))]


def parties(connection: Connection, viewer: Audience) -> list[dict[str, Any]]:
    """Who is on record, with the number of facts the viewer may see and the last day something happened."""
    row = index.table.c
    query = (
        select(row.party, func.count(), func.max(row.occurred_on))
        .where(events_for(viewer, index.table))
        .group_by(row.party)
        .order_by(row.party)
    )
    return [{"code": party, "facts": facts, "last_on": last} for party, facts, last in connection.execute(query)]


def contacts_wanted(viewer: Audience) -> list[ColumnElement[bool]]:
    """Contacts that count, once each: as of the State they were about."""
    row = index.table.c
    return [
        row.kind == ContactRecorded.TOPIC,
        row.role == "recipient",
        row.retracted.is_(False),
        events_for(viewer, index.table),
    ]


def last_contacts(
    connection: Connection, viewer: Audience, state: str, today: str, as_of: str | None
) -> list[dict[str, Any]]:
    """The day of the last contact about a State with each donor, longest ago first."""
    row = index.table.c
    query = (
        select(row.donor, func.max(row.occurred_on).label("last"))
        .where(row.party == state, *contacts_wanted(viewer), *([row.occurred_on <= as_of] if as_of else []))
        .group_by(row.donor)
        .order_by("last")
    )
    return [
        {"donor": donor, "last_contact_on": last, "days": days_between(last, today)}
        for donor, last in connection.execute(query)
    ]
