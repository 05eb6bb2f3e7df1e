"""The audit endpoint and the log: what was recorded, in order, as the caller may see it."""

from fastapi import APIRouter, Request, Response

from adapters.http.answering import ask, document, listed, listed_by_name
from adapters.http.asking import Filters, article, asked, day, one_of, party, party_in_path
from adapters.http.lists import PLEDGE_FILTERS
from adapters.http.parameters import documented, listing
from adapters.http.problems import Problem, not_found
from adapters.tables import HISTORY
from domain.fact import FACTS
from projections.filters import HistoryFilter, PledgeFilter
from projections.page import Page

routes = APIRouter(tags=["reading"])

EVENT_FILTERS: Filters = {"total": one_of("pledged", "committed", "paid", "received"), **PLEDGE_FILTERS}

HISTORY_FILTERS: Filters = {
    "role": one_of("recipient", "donor", "any"),
    "article": article,
    "kind": one_of(*FACTS),
    "donor": party,
    "since": day,
    "until": day,
}


@listing(routes, "/states/{state}/history", HISTORY_FILTERS)
async def state_history(request: Request, state: str) -> Response:
    """The whole assistance history of a State or donor, in order of position."""
    ask_for = await asked(request, HISTORY_FILTERS)
    code, wanted = party_in_path(request, state), HistoryFilter(**ask_for.given)
    queries = ask_for.service.queries
    return await listed(
        request,
        ask_for,
        lambda page: queries.state_history(ask_for.viewer, code, wanted, page, ask_for.moment),
        HISTORY,
    )


@listing(routes, "/events", EVENT_FILTERS)
async def events(request: Request) -> Response:
    """The log, in order, as the caller may see it; with `total`, the events that this total over pledges is made of."""
    ask_for = await asked(request, EVENT_FILTERS)
    queries, given = ask_for.service.queries, dict(ask_for.given)
    measure = given.pop("total", None)
    if given and not measure:
        name = next(iter(given))
        raise Problem(422, "Refused", f"{name} narrows a total: say of which one, such as total=committed.", name)
    return await listed(
        request,
        ask_for,
        lambda page: (
            queries.behind_total(ask_for.viewer, measure, PledgeFilter(**given), page, ask_for.moment)
            if measure
            else queries.log(ask_for.viewer, page, ask_for.moment)
        ),
        HISTORY,
    )


@routes.get("/events/{event_id}", openapi_extra=documented({}))
async def one_event(request: Request, event_id: str) -> Response:
    """One event."""
    ask_for = await asked(request, {})
    queries = ask_for.service.queries
    found = await ask(ask_for, lambda: queries.log(ask_for.viewer, Page(1), ask_for.moment, event_id.lower()))
    if not found.items:
        raise not_found()
    return document(ask_for, found.items[0])


@listing(routes, "/kinds", {})
async def kinds(request: Request) -> Response:
    """Every kind of event, with one line on each; the names are stable."""
    ask_for = await asked(request, {}, by_name=True)
    shown = [
        {"id": topic, "kind": topic, "about": fact.ABOUT, "command": fact.COMMAND} for topic, fact in FACTS.items()
    ]
    return listed_by_name(request, ask_for, shown, ask_for.service.queries.position(), ("kind", "about", "command"))
