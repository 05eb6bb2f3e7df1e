"""Questions about the whole field: plans, profiles, coalitions, practices, and what follows from them together."""

from collections.abc import Iterable
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, Table, func, select

from projections import (
    answers,
    challenges,
    coalitions,
    deadline_answers,
    figures,
    history,
    plans,
    practices,
    profiles,
    requests,
    routes,
    support_answers,
)
from projections import state_history as index
from projections.audience import Audience
from projections.briefing import Gathered
from projections.contact_clock import contacts_due
from projections.filters import FieldFilter, PledgeFilter, RequestFilter, ShiftFilter
from projections.matching import fits, matches
from projections.overview import PROVIDING, RECEIVING, Happened
from projections.page import LARGEST, Listing, Page, paged
from projections.seen import events_for, rows_for
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


def all_documents(
    connection: Connection, table: Table, viewer: Audience, *wanted: ColumnElement[bool]
) -> list[Document]:
    """What stands, oldest first."""
    query = select(table.c.document).where(rows_for(table, viewer), table.c.retracted.is_(False), *wanted)
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


def open_requests(connection: Connection, viewer: Audience, request_id: str | None = None) -> list[Document]:
    """Requests that are open or partly met, or one of them."""
    row = requests.table.c
    wanted = [row.status.in_(requests.OPEN), *([row.thing == request_id] if request_id else [])]
    return all_documents(connection, requests.table, viewer, *wanted)


def requests_in_short(connection: Connection, viewer: Audience, *wanted: ColumnElement[bool]) -> list[Document]:
    """What requests are counted by."""
    row = requests.table.c
    query = select(row.thing, row.state, row.article, row.status, row.occurred_on).where(
        rows_for(requests.table, viewer), row.retracted.is_(False), *wanted
    )
    names = ("id", "state", "article", "status", "occurred_on")
    return [dict(zip(names, found, strict=True)) for found in connection.execute(query)]


def left_out(connection: Connection, viewer: Audience) -> Document:
    """The share of committed support beside those that wait."""
    support = support_answers.figures(connection, viewer, PledgeFilter())
    published = {each["donor"] for each in all_documents(connection, profiles.table, viewer)}
    known = _loaded(support_answers.rate_documents(connection, viewer))
    waiting = requests_in_short(connection, viewer, requests.table.c.status.in_(requests.OPEN))
    return coverage(support, known, waiting, published)


def who_could_help(
    connection: Connection, viewer: Audience, today: str, request_id: str | None, donor: str | None
) -> list[Document]:
    """Matches of open requests with the profiles that stand."""
    asked, offered = open_requests(connection, viewer, request_id), standing_profiles(connection, viewer)
    return matches(asked, [each for each in offered if donor in {None, each["donor"]}], today)


def standing_profiles(connection: Connection, viewer: Audience) -> list[Document]:
    """What each donor published last."""
    return latest_profiles(all_documents(connection, profiles.table, viewer))


def whom_to_brief(connection: Connection, viewer: Audience, today: str, days: int) -> list[Document]:
    """Pairs with support between them that has not ended, and those of an open request: who was in touch, or fits."""
    asked, contacts = asked_in_short(connection, viewer), latest_contacts(connection, viewer)
    waiting = {each["state"] for each in asked}
    row = figures.table.c
    query = select(row.donor, row.state, row.ended_on.is_(None)).distinct()
    support = connection.execute(query.where(rows_for(figures.table, viewer), row.retracted.is_(False)))
    pairs = {(donor, state) for donor, state, lasts in support if lasts or state in waiting}
    pairs |= {(each["donor"], each["state"]) for each in contacts if each["state"] in waiting}
    offered = standing_profiles(connection, viewer)
    pairs |= {(profile["donor"], each["state"]) for profile in offered for each in asked if fits(each, profile, today)}
    return contacts_due(pairs, contacts, today, days)


def asked_in_short(connection: Connection, viewer: Audience) -> list[Document]:
    """What is asked for in open requests: each State, article and natures once."""
    row = requests.table.c
    query = select(row.state, row.article, row.natures).distinct()
    found = query.where(rows_for(requests.table, viewer), row.retracted.is_(False), row.status.in_(requests.OPEN))
    return [
        {"state": state, "article": article, "nature": natures.split()}
        for state, article, natures in connection.execute(found)
    ]


def support_facts(connection: Connection, viewer: Audience, year: int) -> list[Happened]:
    """Every fact of a year by which support was promised, given or received, with both sides."""
    row = index.table.c
    query = (
        select(row.kind, row.occurred_on, row.donor, row.party)
        .where(row.kind.in_(PROVIDING | RECEIVING), row.occurred_on >= f"{year}-01-01")
        .where(row.occurred_on <= f"{year}-12-31")
        .where(row.role == "recipient", row.retracted.is_(False), events_for(viewer, index.table))
    )
    return [Happened(*found) for found in connection.execute(query)]


def gathered(connection: Connection, viewer: Audience, today: str, state: str) -> Gathered:
    """All that a briefing on one State is made from."""
    every, asked, shifted = Page(LARGEST), RequestFilter(state=state, open=True), ShiftFilter(state=state)
    row = challenges.table.c
    return Gathered(
        record=deadline_answers.on_record(connection, viewer, today, state),
        open_requests=_loaded(answers.requests(connection, viewer, asked, every, 0).items),
        pledges=_loaded(support_answers.pledge_documents(connection, viewer, PledgeFilter(state=state))),
        shifts=_loaded(answers.shifts(connection, viewer, shifted, every, 0, today).items),
        rates=_loaded(support_answers.rate_documents(connection, viewer)),
        challenges=all_documents(connection, challenges.table, viewer, row.state == state),
        last_contacts=history.last_contacts(connection, viewer, state, today, None),
        contact_points=[
            {name: route[name] for name in ("about", "channel", "person")}
            for route in all_documents(connection, routes.table, viewer)
            if route["party"] == state
        ],
    )


def _loaded(documents: Iterable[bytes]) -> list[Document]:
    return [orjson.loads(each) for each in documents]


def latest_contacts(connection: Connection, viewer: Audience) -> list[Document]:
    """The last of each donor about each State."""
    row = index.table.c
    last = select(row.donor, row.party, func.max(row.occurred_on)).where(*history.contacts_wanted(viewer))
    query = last.group_by(row.donor, row.party)
    return [{"donor": donor, "state": state, "on": on} for donor, state, on in connection.execute(query)]
