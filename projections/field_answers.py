"""Questions about the whole field: plans, profiles, coalitions, practices, and what follows from them together."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Connection, Table, select

from domain.contacts.events import ContactRecorded
from projections import (
    answers,
    challenges,
    coalitions,
    deadline_answers,
    events,
    history,
    plans,
    pledges,
    practices,
    profiles,
    requests,
    routes,
)
from projections import state_history as index
from projections.audience import Audience
from projections.briefing import Gathered
from projections.contact_clock import contacts_due
from projections.filters import FieldFilter, RequestFilter, ShiftFilter
from projections.matching import matches
from projections.overview import PROVIDING, RECEIVING, Happened
from projections.page import LARGEST, Listing, Page, paged
from projections.seen import document_column, events_for, rows_for
from projections.shares import coverage

Document = dict[str, Any]
LISTED: dict[str, Table] = {
    "plans": plans.table,
    "challenges": challenges.table,
    "coalitions": coalitions.table,
    "practices": practices.table,
    "profiles": profiles.table,
}
"""Things that are simply listed, by the name of their address."""


def all_documents(connection: Connection, table: Table, viewer: Audience) -> list[Document]:
    """What stands, oldest first."""
    query = select(table.c.document).where(rows_for(table, viewer), table.c.retracted.is_(False))
    return [orjson.loads(document) for (document,) in connection.execute(query.order_by(table.c.position))]


def things(
    connection: Connection, viewer: Audience, kind: str, asked: FieldFilter, page: Page, position: int
) -> Listing:
    """Things of one kind in order of position; of profiles the latest of each donor."""
    found = all_documents(connection, LISTED[kind], viewer)
    if kind == "profiles":
        found = latest_profiles(found)
    wanted = [each for each in found if asked.wants(each) and each["position"] > page.after]
    rows = [(each["position"], orjson.dumps(each)) for each in wanted[: page.limit + 1]]
    return paged(rows, page, position)


def latest_profiles(found: list[Document]) -> list[Document]:
    """What each donor published last, by the day it did."""
    latest: dict[str, Document] = {}
    for profile in sorted(found, key=lambda each: (each["occurred_on"], each["position"])):
        latest[profile["donor"]] = profile
    return sorted(latest.values(), key=lambda each: each["position"])


def open_requests(connection: Connection, viewer: Audience) -> list[Document]:
    """Requests that are open or partly met."""
    return [each for each in all_documents(connection, requests.table, viewer) if each["status"] in requests.OPEN]


def left_out(connection: Connection, viewer: Audience) -> Document:
    """The share of committed support beside those that wait."""
    support = all_documents(connection, pledges.table, viewer)
    published = {each["donor"] for each in all_documents(connection, profiles.table, viewer)}
    known = _loaded(answers.rate_documents(connection, viewer))
    return coverage(support, known, open_requests(connection, viewer), published)


def who_could_help(
    connection: Connection, viewer: Audience, today: str, request_id: str | None, donor: str | None
) -> list[Document]:
    """Matches of open requests with the profiles that stand."""
    asked = [each for each in open_requests(connection, viewer) if request_id in {None, each["id"]}]
    offered = latest_profiles(all_documents(connection, profiles.table, viewer))
    return matches(asked, [each for each in offered if donor in {None, each["donor"]}], today)


def whom_to_brief(connection: Connection, viewer: Audience, today: str, days: int) -> list[Document]:
    """Pairs with support between them that has not ended, and those of an open request: who was in touch, or fits."""
    support = all_documents(connection, pledges.table, viewer)
    waiting = {each["state"] for each in open_requests(connection, viewer)}
    contacts = all_contacts(connection, viewer)
    pairs = {(each["donor"], each["state"]) for each in support if not each["ended_on"] or each["state"] in waiting}
    pairs |= {(each["donor"], each["state"]) for each in contacts if each["state"] in waiting}
    pairs |= {(each["donor"], each["state"]) for each in who_could_help(connection, viewer, today, None, None)}
    return contacts_due(pairs, contacts, today, days)


def all_contacts(connection: Connection, viewer: Audience) -> list[Document]:
    """Every contact that stands, with its day."""
    row, log = index.table.c, events.table.c
    query = (
        select(row.donor, row.party, row.occurred_on)
        .join_from(index.table, events.table, row.position == log.position)
        .where(row.kind == ContactRecorded.TOPIC, row.role == "recipient", log.retracted.is_(False), events_for(viewer))
    )
    return [{"donor": donor, "state": state, "on": on} for donor, state, on in connection.execute(query)]


def support_facts(connection: Connection, viewer: Audience) -> list[Happened]:
    """Every fact by which support was promised, given or received, with both sides."""
    row, log = index.table.c, events.table.c
    query = (
        select(row.kind, row.occurred_on, row.donor, row.party)
        .join_from(index.table, events.table, row.position == log.position)
        .where(row.kind.in_(PROVIDING | RECEIVING), row.role == "recipient")
        .where(log.retracted.is_(False), events_for(viewer))
    )
    return [Happened(*found) for found in connection.execute(query)]


def changes(
    connection: Connection, viewer: Audience, since: datetime, page: Page, position: int, party: str | None = None
) -> Listing:
    """What was recorded since a moment, in order of position."""
    log = events.table.c
    wanted = [log.recorded_us >= events.microseconds(since), log.position > page.after, events_for(viewer)]
    if party:
        concerned = select(index.table.c.position).where(index.table.c.party == party)
        wanted.append(log.position.in_(concerned))
    query = select(log.position, document_column(viewer)).where(*wanted).order_by(log.position).limit(page.limit + 1)
    return paged([(at, document) for at, document in connection.execute(query)], page, position)


def gathered(connection: Connection, viewer: Audience, today: str, state: str) -> Gathered:
    """All that a briefing on one State is made from."""
    every, asked, shifted = Page(LARGEST), RequestFilter(state=state, open=True), ShiftFilter(state=state)
    return Gathered(
        record=deadline_answers.on_record(connection, viewer, today, state),
        open_requests=_loaded(answers.requests(connection, viewer, asked, every, 0).items),
        shifts=_loaded(answers.shifts(connection, viewer, shifted, every, 0, today).items),
        rates=_loaded(answers.rate_documents(connection, viewer)),
        challenges=[each for each in all_documents(connection, challenges.table, viewer) if each["state"] == state],
        last_contacts=history.last_contacts(connection, viewer, state, today, None),
        contact_points=[
            {name: route[name] for name in ("about", "channel", "person")}
            for route in all_documents(connection, routes.table, viewer)
            if route["party"] == state
        ],
    )


def _loaded(documents: Iterable[bytes]) -> list[Document]:
    return [orjson.loads(each) for each in documents]
