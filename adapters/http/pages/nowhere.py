"""Addresses at which there is no page."""

from fastapi import APIRouter, Response

from adapters.http.pages.page_route import AnyPage
from adapters.http.problems import not_found

routes = APIRouter(route_class=AnyPage, include_in_schema=False)


@routes.get("/{address:path}")
async def nowhere(address: str) -> Response:  # noqa: ARG001 - any address
    """The same words as for what may not be seen."""
    raise not_found()
