"""The questions that are asked less often, each with its page."""

from fastapi import APIRouter, Request, Response

from adapters.http.asking import asked
from adapters.http.pages.contents import CONTENTS
from adapters.http.pages.page_route import PageRoute
from adapters.http.pages.rendering import page

routes = APIRouter(route_class=PageRoute, include_in_schema=False)


@routes.get("/more")
async def more(request: Request) -> Response:
    """By the question that people come with."""
    return page(request, await asked(request, {}), "more.html.j2", contents=CONTENTS)
