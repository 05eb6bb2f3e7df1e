"""What pages ask of the record: the questions of the API, answered in plain rows."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import orjson

from adapters.http.asking import Asked
from adapters.http.problems import not_found
from projections.filters import (
    HistoryFilter,
    MeetingFilter,
    OutcomeFilter,
    PledgeFilter,
    RequestFilter,
    ShiftFilter,
)
from projections.page import LARGEST, Listing, Page

Row = dict[str, Any]


@dataclass(frozen=True)
class Part:
    """Some rows of an answer, where the next begin, and what stands beside them."""

    rows: list[Row]
    after: int | None = None
    beside: Row = field(default_factory=dict)


def history(asked: Asked, party: str) -> Part:
    """A page of a party's history, by the filters that were given."""
    return _part(asked.service.queries.state_history(asked.viewer, party, _wanted(asked), asked.page, asked.moment))


def events_of(asked: Asked, thing: Row, ref: str) -> list[Row]:
    """Every event of a pledge or request, with those that were corrected or retracted."""
    wanted = HistoryFilter(role="recipient", donor=thing.get("donor"))
    queries = asked.service.queries
    rows = _all(lambda page: queries.state_history(asked.viewer, thing["state"], wanted, page, asked.moment))
    return [row for row in rows if row["refs"][ref] == thing["id"]]


def event(asked: Asked, event_id: str) -> Row:
    """One event."""
    return _only(asked.service.queries.log(asked.viewer, Page(1), asked.moment, event_id.lower()))


def requests(asked: Asked) -> Part:
    """A page of requests."""
    given = {name: value for name, value in asked.given.items() if (name, value) != ("status", "any")}
    return _part(asked.service.queries.requests(asked.viewer, RequestFilter(**given), asked.page, asked.moment))


def request(asked: Asked, request_id: str) -> Row:
    """One request."""
    wanted = RequestFilter(id=request_id.lower())
    return _only(asked.service.queries.requests(asked.viewer, wanted, Page(1), asked.moment))


def pledges(asked: Asked) -> Part:
    """A page of pledges, with the totals over all that match."""
    return _part(asked.service.queries.pledges(asked.viewer, PledgeFilter(**asked.given), asked.page, asked.moment))


def pledge(asked: Asked, pledge_id: str) -> Row:
    """One pledge."""
    wanted = PledgeFilter(id=pledge_id.lower())
    return _only(asked.service.queries.pledges(asked.viewer, wanted, Page(1), asked.moment))


def shifts(asked: Asked) -> Part:
    """A page of shifts."""
    return _part(asked.service.queries.shifts(asked.viewer, ShiftFilter(**asked.given), asked.page, asked.moment))


def shift(asked: Asked, shift_id: str) -> Row:
    """One shift."""
    wanted = ShiftFilter(id=shift_id.lower())
    return _only(asked.service.queries.shifts(asked.viewer, wanted, Page(1), asked.moment))


def queue(asked: Asked) -> Part:
    """The longest waits for an explanation, and how many there are."""
    rows = every_shift(asked, **asked.given)
    return Part(rows[:LARGEST], beside={"waiting": len(rows)})


def every_shift(asked: Asked, **wanted: Any) -> list[Row]:
    """All shifts of a kind, the oldest decision first."""
    queries = asked.service.queries
    rows = _all(lambda page: queries.shifts(asked.viewer, ShiftFilter(**wanted), page, asked.moment))
    return sorted(rows, key=lambda row: str(row["occurred_on"]))


def decisions(asked: Asked, donor: str, state: str) -> list[Row]:
    """A donor's decisions about a State, each with what it had been told by then and what followed."""
    answer = asked.service.queries.explanations(asked.viewer, donor, state, asked.moment)
    found: list[Row] = answer["decisions"]
    return found


def every_meeting(asked: Asked) -> list[Row]:
    """All meetings that match."""
    wanted, queries = MeetingFilter(**asked.given), asked.service.queries
    return _all(lambda page: queries.meetings(asked.viewer, wanted, page, asked.moment))


def meeting(asked: Asked, meeting_id: str) -> Row:
    """One meeting."""
    wanted = MeetingFilter(id=meeting_id.lower())
    return _only(asked.service.queries.meetings(asked.viewer, wanted, Page(1), asked.moment))


def every_outcome(asked: Asked) -> list[Row]:
    """All outcomes that match."""
    wanted, queries = OutcomeFilter(**asked.given), asked.service.queries
    return _all(lambda page: queries.outcomes(asked.viewer, wanted, page, asked.moment))


def parties(asked: Asked) -> list[Row]:
    """Who is on record."""
    return asked.service.queries.states(asked.viewer, asked.moment)


def _wanted(asked: Asked) -> HistoryFilter:
    return HistoryFilter(**asked.given)


def _all(question: Callable[[Page], Listing]) -> list[Row]:
    part = _part(question(Page(LARGEST)))
    rows = part.rows
    while part.after is not None:
        part = _part(question(Page(LARGEST, part.after)))
        rows = rows + part.rows
    return rows


def _part(listing: Listing) -> Part:
    return Part([orjson.loads(item) for item in listing.items], listing.after, listing.beside)


def _only(listing: Listing) -> Row:
    """What may not be seen is not found."""
    if not listing.items:
        raise not_found()
    found: Row = orjson.loads(listing.items[0])
    return found
