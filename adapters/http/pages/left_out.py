"""Who is left out: obligated but silent, where support goes, and the year in figures."""

from typing import Any

from fastapi import APIRouter, Request, Response

from adapters.http.answering import ask
from adapters.http.asking import asked
from adapters.http.left_out import OVERVIEW_FILTERS, SILENT_FILTERS, year_asked
from adapters.http.pages import field_questions
from adapters.http.pages.page_route import PageRoute
from adapters.http.pages.parts import Row
from adapters.http.pages.rendering import page
from adapters.http.pages.words import article
from domain.words import Article

routes = APIRouter(route_class=PageRoute, include_in_schema=False)

WITH_OBLIGATIONS = [each for each in Article if each is not Article.TRANSPARENCY]
"""The articles under which assistance is sought for an obligation."""


@routes.get("/silent")
async def silent(request: Request) -> Response:
    """The soonest deadline first."""
    ask_for = await asked(request, SILENT_FILTERS)
    part = await ask(ask_for, lambda: field_questions.silent(ask_for))
    return page(request, ask_for, "silent.html.j2", part=part, articles=WITH_OBLIGATIONS)


@routes.get("/coverage")
async def coverage(request: Request) -> Response:
    """The share of the three States that get most, beside those that wait."""
    ask_for = await asked(request, {})
    told = await ask(ask_for, lambda: field_questions.coverage(ask_for))
    return page(
        request, ask_for, "coverage.html.j2", told=told,
        by_article=[_row(_article(name), part) for name, part in told["by_article"].items()],
        by_year=[_row(name, part) for name, part in told["by_year"].items()],
    )  # fmt: skip


@routes.get("/overview")
async def overview(request: Request) -> Response:
    """This year, unless another is asked for."""
    ask_for = await asked(request, OVERVIEW_FILTERS)
    year = year_asked(ask_for)
    told = await ask(ask_for, lambda: field_questions.overview(ask_for, year))
    articles = [(int(number), figures) for number, figures in told["articles"].items()]
    return page(request, ask_for, "overview.html.j2", told=told, year=year, articles=articles)


def _row(name: str, part: dict[str, Any]) -> Row:
    """Nothing committed on record is shown as that, not as zero."""
    return part | {"name": name, "committed": part["committed"] if float(part["committed"]) else None}


def _article(name: str) -> str:
    return article(int(name)) if name.isdigit() else "No article named"
