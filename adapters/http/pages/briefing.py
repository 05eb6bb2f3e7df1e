"""A State on one page: what a donor or a new colleague needs to know before the meeting."""

from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from adapters.http.asking import asked
from adapters.http.briefings import state_in_path, told_of
from adapters.http.pages.figures import support
from adapters.http.pages.frame import address
from adapters.http.pages.page_route import PageRoute
from adapters.http.pages.rendering import page

routes = APIRouter(route_class=PageRoute, include_in_schema=False)


@routes.get("/states/{state}/briefing")
async def briefing(request: Request, state: str) -> Response:
    """The briefing, each part with links to what it is made from."""
    ask_for = await asked(request, {})
    code = state_in_path(request, state)
    if code != state:
        return RedirectResponse(address(f"/states/{quote(code, safe='')}/briefing", request.query_params), 307)
    told, _ = await told_of(ask_for, code)
    known = {each["id"] for each in told["obligations"]}
    return page(
        request, ask_for, "briefing.html.j2", told=told, totals=support(told["support"]["totals"]),
        other_deadlines=[each for each in told["deadlines"] if each["id"] not in known],
    )  # fmt: skip
