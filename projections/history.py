"""Questions to the log: a State's history, all events in order, and which things concern whom."""

from typing import Any

from sqlalchemy import Connection, func, or_, select

from domain.contacts.events import ContactRecorded
from domain.rates.events import RateRecorded
from projections import events
from projections import state_history as index
from projections.audience import Audience
from projections.filters import HistoryFilter
from projections.page import Listing, Page, paged
from projections.seen import document_column, events_for
from projections.shifts import days_between


def state_history(
    connection: Connection, viewer: Audience, state: str, asked: HistoryFilter, page: Page, position: int
) -> Listing:
    """One party's items, in order of position."""
    row = index.table.c
    wanted = [
        row.role == asked.role if asked.role != "any" else None,
        row.article == asked.article if asked.article is not None else None,
        row.kind == asked.kind if asked.kind else None,
        row.donor == asked.donor if asked.donor else None,
        row.occurred_on >= asked.since if asked.since else None,
        row.occurred_on <= asked.until if asked.until else None,
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


def log(connection: Connection, viewer: Audience, page: Page, position: int, event_id: str | None) -> Listing:
    """Events in order of position."""
    row = events.table.c
    query = (
        select(row.position, document_column(viewer))
        .where(row.position > page.after, events_for(viewer))
        .order_by(row.position)
        .limit(page.limit + 1)
    )
    if event_id:
        query = query.where(row.event_id == event_id)
    return paged([(at, document) for at, document in connection.execute(query)], page, position)


def things_of(connection: Connection, party: str, donor: str | None = None) -> list[str]:
    """Things that concern a party (of a donor's, where one is named), and the rates figures are read by."""
    row = index.table.c
    concerning = select(row.thing, func.min(row.position)).where(row.party == party).group_by(row.thing)
    if donor:
        concerning = concerning.where(or_(row.donor == donor, row.donor.is_(None)))
    rates = (
        select(events.table.c.thing, func.min(events.table.c.position))
        .where(events.table.c.kind == RateRecorded.TOPIC)
        .group_by(events.table.c.thing)
    )
    return [thing for thing, _ in connection.execute(concerning)] + [thing for thing, _ in connection.execute(rates)]


def all_things(connection: Connection) -> list[str]:
    """Every thing on record, oldest first."""
    row = events.table.c
    query = select(row.thing, func.min(row.position).label("first")).group_by(row.thing).order_by("first")
    return [thing for thing, _ in connection.execute(query)]


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


def last_contacts(connection: Connection, viewer: Audience, state: str, today: str) -> list[dict[str, Any]]:
    """The day of the last contact about a State with each donor, longest ago first."""
    row = index.table.c
    query = (
        select(row.donor, func.max(row.occurred_on).label("last"))
        .join_from(index.table, events.table, row.position == events.table.c.position)
        .where(row.party == state, row.role == "recipient", row.kind == ContactRecorded.TOPIC, events_for(viewer))
        .where(events.table.c.retracted.is_(False))
        .group_by(row.donor)
        .order_by("last")
    )
    return [
        {"donor": donor, "last_contact_on": last, "days": days_between(last, today)}
        for donor, last in connection.execute(query)
    ]
