"""Questions to the log: a State's history, all events in order, and which things concern whom."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from domain.contacts.events import ContactRecorded
from domain.rates.events import RateRecorded
from projections import events, pledges
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
    wanted = [
        row.role == asked.role if asked.role != "any" else None,
        row.article == asked.article if asked.article is not None else None,
        row.kind == asked.kind if asked.kind else None,
        row.donor == asked.donor if asked.donor else None,
        row.occurred_on >= asked.since if asked.since else None,
        row.occurred_on <= asked.until if asked.until else None,
        row.occurred_on <= as_of if as_of else None,
    ]
    query = (
        select(row.position, document_column(viewer))
        .join_from(index.table, events.table, row.position == events.table.c.position)
        .where(row.party == state, row.position > page.after, events_for(viewer))
        .where(*(each for each in wanted if each is not None))
        .order_by(row.position)
        .limit(page.limit + 1)
    )
    return paged([(at, document) for at, document in connection.execute(query)], page, position)


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


def things_of(connection: Connection, party: str, donor: str | None = None) -> list[str]:
    """Things that concern a party (of a donor's, where one is named), and the rates figures are read by."""
    row = index.table.c
    concerning = select(row.thing, func.min(row.position)).where(row.party == party).group_by(row.thing)
    if donor:
        concerning = concerning.where(or_(row.donor == donor, row.donor.is_(None)))
    return [*(thing for thing, _ in connection.execute(concerning)), *_rates(connection)]


def all_things(connection: Connection, known_at: datetime | None) -> list[str]:
    """Every thing on record by then, oldest first."""
    row = events.table.c
    query = select(row.thing, func.min(row.position).label("first")).where(*recorded_by(known_at)).group_by(row.thing)
    return [thing for thing, _ in connection.execute(query.order_by("first"))]


def things_around(connection: Connection, thing: str) -> list[str]:
    """A thing, the pledges made for it, and the rates figures are read by."""
    row = pledges.table.c
    answering = select(row.thing).where(row.request_id == thing).distinct()
    return [thing, *(pledge for (pledge,) in connection.execute(answering)), *_rates(connection)]


def recorded_by(known_at: datetime | None) -> list[ColumnElement[bool]]:
    """What was recorded by then."""
    return [events.table.c.recorded_us <= events.microseconds(known_at)] if known_at else []


def _rates(connection: Connection) -> list[str]:
    row = events.table.c
    query = select(row.thing).where(row.kind == RateRecorded.TOPIC).distinct()
    return [thing for (thing,) in connection.execute(query)]


def parties(connection: Connection, viewer: Audience) -> list[dict[str, Any]]:
    """Who is on record, with the number of facts the viewer may see and the last day something happened."""
    row = index.table.c
    query = (
        select(row.party, func.count(), func.max(row.occurred_on))
        .join_from(index.table, events.table, row.position == events.table.c.position)
        .where(events_for(viewer))
        .group_by(row.party)
        .order_by(row.party)
    )
    return [{"code": party, "facts": facts, "last_on": last} for party, facts, last in connection.execute(query)]


def last_contacts(
    connection: Connection, viewer: Audience, state: str, today: str, as_of: str | None
) -> list[dict[str, Any]]:
    """The day of the last contact about a State with each donor, longest ago first."""
    row = index.table.c
    query = (
        select(row.donor, func.max(row.occurred_on).label("last"))
        .join_from(index.table, events.table, row.position == events.table.c.position)
        .where(row.party == state, row.role == "recipient", row.kind == ContactRecorded.TOPIC, events_for(viewer))
        .where(events.table.c.retracted.is_(False), *([row.occurred_on <= as_of] if as_of else []))
        .group_by(row.donor)
        .order_by("last")
    )
    return [
        {"donor": donor, "last_contact_on": last, "days": days_between(last, today)}
        for donor, last in connection.execute(query)
    ]
