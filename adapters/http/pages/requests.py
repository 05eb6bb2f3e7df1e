"""Requests: what States asked for, and what was pledged for it."""

from fastapi import APIRouter, Request, Response

from adapters.http.answering import ask
from adapters.http.asking import asked
from adapters.http.lists import REQUEST_FILTERS
from adapters.http.pages import field_questions, questions
from adapters.http.pages.history import lines
from adapters.http.pages.page_route import PageRoute
from adapters.http.pages.rendering import page
from domain.words import Article, RequestStatus

routes = APIRouter(route_class=PageRoute, include_in_schema=False)


@routes.get("/requests")
async def requests(request: Request) -> Response:
    """Requests in the order in which they were recorded."""
    ask_for = await asked(request, REQUEST_FILTERS)
    part = await ask(ask_for, lambda: questions.requests(ask_for))
    return page(request, ask_for, "requests.html.j2", part=part, articles=list(Article), statuses=list(RequestStatus))


@routes.get("/requests/{request_id}")
async def one_request(request: Request, request_id: str) -> Response:
    """One request as it stands, its pledges, who could help, and all that was said about it."""
    ask_for = await asked(request, {})
    found = await ask(ask_for, lambda: questions.request(ask_for, request_id))
    events = await ask(ask_for, lambda: questions.events_of(ask_for, found, "request_id"))
    told = lines(events, ask_for.service.settings.zone)
    could_help = await ask(ask_for, lambda: field_questions.matches(ask_for, found["id"], None))
    return page(request, ask_for, "request.html.j2", sought=found, lines=told, matches=could_help)
