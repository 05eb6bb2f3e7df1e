"""Requests, pledges and shifts: lists and single things."""

from urllib.parse import urlencode

import orjson
from fastapi import APIRouter, Request, Response

from adapters.http.answering import ask, document, listed
from adapters.http.asking import Filters, article, asked, day, flag, one_of, party, plain, state
from adapters.http.parameters import documented, listing
from adapters.http.problems import not_found
from adapters.tables import PLEDGES, REQUESTS, SHIFTS
from domain.words import RequestStatus
from projections.filters import PledgeFilter, RequestFilter, ShiftFilter
from projections.page import Listing, Page

routes = APIRouter(tags=["reading"])

MEASURES = ("pledged", "committed", "paid", "received")

REQUEST_FILTERS: Filters = {
    "state": state,
    "article": article,
    "status": one_of(*RequestStatus, "any"),
    "open": flag,
}
PLEDGE_FILTERS: Filters = {
    "state": state,
    "donor": party,
    "article": article,
    "request_id": plain,
    "since": day,
    "until": day,
}
SHIFT_FILTERS: Filters = {"state": state, "donor": party, "unexplained": flag, "since": day, "until": day}


@listing(routes, "/requests", REQUEST_FILTERS)
async def requests(request: Request) -> Response:
    """Requests for assistance, with what was pledged for each; `open=true` keeps what is open or partly met."""
    ask_for = await asked(request, REQUEST_FILTERS)
    given = dict(ask_for.given)
    if given.get("status") == "any":
        given.pop("status")
    wanted = RequestFilter(**given)
    return await listed(
        request, ask_for, lambda page: ask_for.service.queries.requests(ask_for.viewer, wanted, page, ask_for.moment),
        REQUESTS,
    )  # fmt: skip


@routes.get("/requests/{request_id}", openapi_extra=documented({}))
async def one_request(request: Request, request_id: str) -> Response:
    """One request; its `version` is what `If-Match` takes."""
    ask_for = await asked(request, {})
    wanted = RequestFilter(id=request_id.lower())
    found = await ask(
        ask_for, lambda: ask_for.service.queries.requests(ask_for.viewer, wanted, Page(1), ask_for.moment)
    )
    return document(ask_for, *_only(found))


@listing(routes, "/pledges", PLEDGE_FILTERS)
async def pledges(request: Request) -> Response:
    """Pledges with pledged, committed, paid and received; `totals` are over all that match, not this page alone."""
    ask_for = await asked(request, PLEDGE_FILTERS)
    wanted = PledgeFilter(**ask_for.given)

    def question(page: Page) -> Listing:
        found = ask_for.service.queries.pledges(ask_for.viewer, wanted, page, ask_for.moment)
        found.beside["totals"] |= {"events": {name: _behind(request, name) for name in MEASURES}}
        return found

    return await listed(request, ask_for, question, PLEDGES)


@routes.get("/pledges/{pledge_id}", openapi_extra=documented({}))
async def one_pledge(request: Request, pledge_id: str) -> Response:
    """One pledge; its `version` is what `If-Match` takes."""
    ask_for = await asked(request, {})
    wanted = PledgeFilter(id=pledge_id.lower())
    found = await ask(ask_for, lambda: ask_for.service.queries.pledges(ask_for.viewer, wanted, Page(1), ask_for.moment))
    return document(ask_for, *_only(found))


@listing(routes, "/shifts", SHIFT_FILTERS)
async def shifts(request: Request) -> Response:
    """Shifts in support; `unexplained=true` is the queue of those that the donor has not explained."""
    ask_for = await asked(request, SHIFT_FILTERS)
    wanted = ShiftFilter(**ask_for.given)
    return await listed(
        request, ask_for, lambda page: ask_for.service.queries.shifts(ask_for.viewer, wanted, page, ask_for.moment),
        SHIFTS,
    )  # fmt: skip


@routes.get("/shifts/{shift_id}", openapi_extra=documented({}))
async def one_shift(request: Request, shift_id: str) -> Response:
    """One shift, with every account of its reason."""
    ask_for = await asked(request, {})
    wanted = ShiftFilter(id=shift_id.lower())
    found = await ask(ask_for, lambda: ask_for.service.queries.shifts(ask_for.viewer, wanted, Page(1), ask_for.moment))
    return document(ask_for, *_only(found))


def _behind(request: Request, measure: str) -> str:
    """Where the events stand that a total is made of."""
    asked = {name: value for name, value in request.query_params.items() if name not in {"limit", "after", "wait"}}
    return f"/api/v1/events?{urlencode({'total': measure} | asked)}"


def _only(found: Listing) -> tuple[bytes, int]:
    """The one item and its version; what may not be seen is not found."""
    if not found.items:
        raise not_found()
    return found.items[0], int(orjson.loads(found.items[0])["version"])
