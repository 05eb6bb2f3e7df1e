"""Who is left out, and the overview that the ISU gives, over HTTP."""

import re
from collections.abc import Callable
from typing import Any

import orjson
from fastapi import APIRouter, Request, Response

from adapters.http.answering import ask, kept, listed, table_of
from adapters.http.asking import Asked, Filters, article, asked
from adapters.http.parameters import documented, listing
from adapters.wiring import Service
from projections.page import Listing, Page

routes = APIRouter(tags=["reading"])

SILENT_FILTERS: Filters = {"article": article}
SILENT = ("state", "article", "due_on", "days_left", "outlook", "status", "basis", "obligation_id")


def year(_: Service, text: str) -> int:
    """A year."""
    if not re.fullmatch(r"(19|20|21)\d{2}", text):
        raise ValueError(f"{text!r} is not a year: write four digits.")
    return int(text)


OVERVIEW_FILTERS: Filters = {"year": year}


@listing(routes, "/silent", SILENT_FILTERS)
async def silent(request: Request) -> Response:
    """States with an obligation and no request on record under its article, soonest deadline first."""
    ask_for = await asked(request, SILENT_FILTERS)
    queries, wanted = ask_for.service.queries, ask_for.given.get("article")

    def question(page: Page) -> Listing:
        found, position = queries.silent(ask_for.viewer, wanted, ask_for.moment)
        return table_of(found, position, page)

    return await listed(request, ask_for, question, SILENT)


@routes.get("/coverage", openapi_extra=documented({}))
@routes.get("/coverage.json", include_in_schema=False)
async def coverage(request: Request) -> Response:
    """The share of committed support to the three States that get most, beside those with open requests and none."""
    ask_for = await asked(request, {})
    return await _told(request, ask_for, lambda: ask_for.service.queries.coverage(ask_for.viewer, ask_for.moment))


@routes.get("/overview", openapi_extra=documented(OVERVIEW_FILTERS))
@routes.get("/overview.json", include_in_schema=False)
async def overview(request: Request) -> Response:
    """One year: reports due and received, States that asked, gave and received, and obligations by article."""
    ask_for = await asked(request, OVERVIEW_FILTERS)
    wanted, queries = year_asked(ask_for), ask_for.service.queries
    return await _told(request, ask_for, lambda: queries.overview(ask_for.viewer, wanted, ask_for.moment))


def year_asked(ask_for: Asked) -> int:
    """The year asked for, else that of the day looked at."""
    this_year = int((ask_for.moment.as_of or ask_for.service.today())[:4])
    return int(ask_for.given.get("year", this_year))


async def _told(request: Request, ask_for: Asked, question: Callable[[], tuple[dict[str, Any], int]]) -> Response:
    told, position = await ask(ask_for, question)
    body = orjson.dumps(told | {"position": position})
    return kept(request, ask_for, position, Response(body, media_type="application/json"))
