"""Pledges: what is pledged, committed, paid and received, each beside the other."""

from fastapi import APIRouter, Request, Response

from adapters.http.answering import ask
from adapters.http.asking import asked
from adapters.http.lists import PLEDGE_FILTERS
from adapters.http.pages import questions
from adapters.http.pages.figures import support
from adapters.http.pages.history import lines
from adapters.http.pages.page_route import PageRoute
from adapters.http.pages.rendering import page
from domain.words import Article

routes = APIRouter(route_class=PageRoute, include_in_schema=False)


@routes.get("/pledges")
async def pledges(request: Request) -> Response:
    """Pledges in the order in which they were recorded, under the totals of all that match."""
    ask_for = await asked(request, PLEDGE_FILTERS)
    part = await ask(ask_for, lambda: questions.pledges(ask_for))
    totals = support(part.beside["totals"])
    return page(request, ask_for, "pledges.html.j2", part=part, totals=totals, articles=list(Article))


@routes.get("/pledges/{pledge_id}")
async def one_pledge(request: Request, pledge_id: str) -> Response:
    """One pledge as it stands, and all that happened to it."""
    ask_for = await asked(request, {})
    found = await ask(ask_for, lambda: questions.pledge(ask_for, pledge_id))
    events = await ask(ask_for, lambda: questions.events_of(ask_for, found, "pledge_id"))
    told = lines(events, ask_for.service.settings.zone)
    return page(request, ask_for, "pledge.html.j2", pledge=found, lines=told)
