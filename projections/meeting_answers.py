"""Questions about meetings and about what came of them."""

from collections.abc import Iterable
from typing import Any

import orjson
from sqlalchemy import Connection, select

from projections import meetings, outcomes
from projections.audience import Audience
from projections.filters import MeetingFilter, OutcomeFilter
from projections.page import Listing, Page, paged
from projections.seen import rows_for

Document = dict[str, Any]


def all_meetings(connection: Connection, viewer: Audience, asked: MeetingFilter, page: Page, position: int) -> Listing:
    """Meetings in order of position."""
    row = meetings.table.c
    wanted = [
        row.kind == asked.kind if asked.kind else None,
        row.on >= asked.since if asked.since else None,
        row.on <= asked.until if asked.until else None,
        row.thing == asked.id if asked.id else row.retracted.is_(False),
    ]
    query = (
        select(row.position, row.document)
        .where(rows_for(meetings.table, viewer), row.position > page.after)
        .where(*(each for each in wanted if each is not None))
        .order_by(row.position)
        .limit(page.limit + 1)
    )
    found = [(at, orjson.loads(document)) for at, document in connection.execute(query)]
    titles = _titles(connection, viewer, (each for _, meeting in found for each in meeting["outcomes"]))
    for _, meeting in found:
        meeting["outcomes"] = [_carried(each, titles) for each in meeting["outcomes"]]
    if asked.id:
        found = [(at, meeting | {"taken_up": _taken_up(connection, viewer, meeting["id"])}) for at, meeting in found]
    return paged([(at, orjson.dumps(meeting)) for at, meeting in found], page, position)


def all_outcomes(connection: Connection, viewer: Audience, asked: OutcomeFilter, page: Page, position: int) -> Listing:
    """The ledger of outcomes, in order of position."""
    row = outcomes.table.c
    query = (
        select(row.position, row.document)
        .where(rows_for(outcomes.table, viewer, "outcome_id"), row.position > page.after)
        .order_by(row.position)
        .limit(page.limit + 1)
    )
    if asked.status != "all":
        query = query.where(row.status == asked.status)
    if asked.owner:
        query = query.where(row.owner == asked.owner)
    found = [(at, orjson.loads(document)) for at, document in connection.execute(query)]
    titles = _titles(connection, viewer, (outcome for _, outcome in found))
    return paged([(at, orjson.dumps(_carried(outcome, titles))) for at, outcome in found], page, position)


def _carried(outcome: Document, titles: dict[str, Document]) -> Document:
    """An outcome with the meetings that took it up again, as far as the reader may know of them."""
    through = [titles[each] for each in outcome["carried_to"] if each in titles]
    return outcome | {"carried_to": [each["meeting_id"] for each in through], "carried_through": through}


def _taken_up(connection: Connection, viewer: Audience, meeting_id: str) -> list[Document]:
    """The outcomes of earlier meetings that were carried forward to this one."""
    every = all_outcomes(connection, viewer, OutcomeFilter("all"), Page(_EVERY), 0)
    return [outcome for each in every.items if meeting_id in (outcome := orjson.loads(each))["carried_to"]]


def _titles(connection: Connection, viewer: Audience, carried: Iterable[Document]) -> dict[str, Document]:
    ids = {meeting_id for outcome in carried for meeting_id in outcome["carried_to"]}
    row = meetings.table.c
    query = select(row.document).where(rows_for(meetings.table, viewer), row.retracted.is_(False))
    documents = (orjson.loads(each) for (each,) in connection.execute(query)) if ids else ()
    return {
        each["id"]: {"meeting_id": each["id"], "title": each["title"], "on": each["on"]}
        for each in documents
        if each["id"] in ids
    }


_EVERY = 10**6
