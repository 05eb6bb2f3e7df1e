"""A State on one page, over HTTP: as data, as a page to print, and as Markdown."""

from typing import Any

import orjson
from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, PlainTextResponse

from adapters.http.answering import ask, kept
from adapters.http.asking import Asked, asked, party_in_path
from adapters.http.parameters import documented
from adapters.http.problems import not_found
from adapters.papers import as_html, as_markdown
from domain.names import is_state, party_name

routes = APIRouter(tags=["reading"])

Document = dict[str, Any]


@routes.get("/states/{state}/briefing", openapi_extra=documented({}))
@routes.get("/states/{state}/briefing.json", include_in_schema=False)
async def briefing(request: Request, state: str) -> Response:
    """Situation, obligations with outlook, progress, open requests, support and shifts, coalitions, whom to ask."""
    ask_for, told, position = await _told(request, state)
    body = orjson.dumps(told | {"position": position})
    return kept(request, ask_for, position, Response(body, media_type="application/json"))


@routes.get("/states/{state}/briefing.html", include_in_schema=False)
async def briefing_page(request: Request, state: str) -> Response:
    """The briefing as a page to print."""
    ask_for, told, position = await _told(request, state)
    return kept(request, ask_for, position, HTMLResponse(as_html("briefing", told)))


@routes.get("/states/{state}/briefing.md", include_in_schema=False)
async def briefing_text(request: Request, state: str) -> Response:
    """The briefing as Markdown."""
    ask_for, told, position = await _told(request, state)
    text = as_markdown("briefing", told)
    return kept(request, ask_for, position, PlainTextResponse(text, media_type="text/markdown; charset=utf-8"))


def state_in_path(request: Request, text: str) -> str:
    """The State that an address names; of an organisation there is no briefing."""
    code = party_in_path(request, text)
    if not is_state(code):
        raise not_found(f"{party_name(code)} is an organisation: a briefing is about a State.")
    return code


async def told_of(ask_for: Asked, code: str) -> tuple[Document, int]:
    """The briefing, and how far the views had come."""
    queries = ask_for.service.queries
    return await ask(ask_for, lambda: queries.briefing(ask_for.viewer, code, ask_for.moment), slow=True)


async def _told(request: Request, state: str) -> tuple[Asked, Document, int]:
    ask_for = await asked(request, {})
    told, position = await told_of(ask_for, state_in_path(request, state))
    return ask_for, told, position
