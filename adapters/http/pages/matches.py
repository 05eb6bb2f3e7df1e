"""Who could help with which request, by request and by donor."""

from fastapi import APIRouter, Request, Response

from adapters.http.answering import ask
from adapters.http.asking import asked
from adapters.http.field import MATCH_FILTERS
from adapters.http.pages import field_questions, questions
from adapters.http.pages.page_route import PageRoute
from adapters.http.pages.rendering import page

routes = APIRouter(route_class=PageRoute, include_in_schema=False)


@routes.get("/matches")
async def matches(request: Request) -> Response:
    """Best first; a request that may not be seen is not found."""
    ask_for = await asked(request, MATCH_FILTERS)
    donor, request_id = ask_for.given.get("donor"), ask_for.given.get("request_id", "").lower() or None
    sought = await ask(ask_for, lambda: questions.request(ask_for, request_id)) if request_id else None
    part, waiting = await ask(
        ask_for,
        lambda: (field_questions.matches(ask_for, request_id, donor), field_questions.open_requests(ask_for)),
    )
    return page(
        request, ask_for, "matches.html.j2", part=part, sought=sought, donor=donor, open_requests=waiting,
    )  # fmt: skip
