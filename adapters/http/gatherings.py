"""Meetings and outcomes over HTTP."""

from typing import Any

import orjson
from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, PlainTextResponse

from adapters.http.answering import ask, document, kept, listed
from adapters.http.asking import Asked, Filters, asked, day, one_of, party
from adapters.http.parameters import documented, listing
from adapters.http.problems import not_found
from adapters.papers import as_html, as_markdown
from domain.meeting_words import MeetingKind
from projections.filters import MeetingFilter, OutcomeFilter
from projections.page import Page

routes = APIRouter(tags=["reading"])

MEETING_FILTERS: Filters = {"kind": one_of(*MeetingKind), "since": day, "until": day}
OUTCOME_FILTERS: Filters = {"status": one_of("open", "done", "dropped", "all"), "owner": party}
MEETINGS = ("id", "title", "kind", "on", "place", "hosts", "cycle", "held", "attended", "participants", "visibility")
OUTCOMES = (
    "id",
    "text",
    "owner",
    "due_on",
    "status",
    "closed_on",
    "result",
    "meeting.title",
    "meeting.on",
    "meeting_id",
)


@listing(routes, "/meetings", MEETING_FILTERS)
async def meetings(request: Request) -> Response:
    """Meetings, planned and held."""
    ask_for = await asked(request, MEETING_FILTERS)
    queries, wanted = ask_for.service.queries, MeetingFilter(**ask_for.given)
    return await listed(
        request, ask_for, lambda page: queries.meetings(ask_for.viewer, wanted, page, ask_for.moment), MEETINGS
    )


@routes.get("/meetings/{meeting_id}", openapi_extra=documented({}))
async def one_meeting(request: Request, meeting_id: str) -> Response:
    """One meeting with all that was said, settled and advised, as the caller may see it."""
    ask_for = await asked(request, {})
    shown = await _meeting(ask_for, meeting_id)
    return document(ask_for, orjson.dumps(shown), shown["version"])


@routes.get("/meetings/{meeting_id}/summary", openapi_extra=documented({}))
@routes.get("/meetings/{meeting_id}/summary.json", include_in_schema=False)
async def summary(request: Request, meeting_id: str) -> Response:
    """The meeting's summary: key points, outcome and recommendations, detailed record; a draft until approved."""
    ask_for = await asked(request, {})
    position, shown = await meeting_summary(ask_for, meeting_id)
    return kept(request, ask_for, position, Response(orjson.dumps(shown), media_type="application/json"))


@routes.get("/meetings/{meeting_id}/summary.html", include_in_schema=False)
async def summary_page(request: Request, meeting_id: str) -> Response:
    """The summary as a page."""
    ask_for = await asked(request, {})
    position, shown = await meeting_summary(ask_for, meeting_id)
    return kept(request, ask_for, position, HTMLResponse(as_html("summary", shown)))


@routes.get("/meetings/{meeting_id}/summary.md", include_in_schema=False)
async def summary_text(request: Request, meeting_id: str) -> Response:
    """The summary as Markdown."""
    ask_for = await asked(request, {})
    position, shown = await meeting_summary(ask_for, meeting_id)
    response = PlainTextResponse(as_markdown("summary", shown), media_type="text/markdown; charset=utf-8")
    return kept(request, ask_for, position, response)


@listing(routes, "/outcomes", OUTCOME_FILTERS)
async def outcomes(request: Request) -> Response:
    """What meetings settled and who carries it forward; open ones unless `status` says otherwise."""
    ask_for = await asked(request, OUTCOME_FILTERS)
    queries, wanted = ask_for.service.queries, OutcomeFilter(**ask_for.given)
    return await listed(
        request, ask_for, lambda page: queries.outcomes(ask_for.viewer, wanted, page, ask_for.moment), OUTCOMES
    )


async def _meeting(ask_for: Asked, meeting_id: str) -> dict[str, Any]:
    queries, wanted = ask_for.service.queries, MeetingFilter(id=meeting_id.lower())
    found = await ask(ask_for, lambda: queries.meetings(ask_for.viewer, wanted, Page(1), ask_for.moment))
    if not found.items:
        raise not_found()
    shown: dict[str, Any] = orjson.loads(found.items[0])
    return shown


async def meeting_summary(ask_for: Asked, meeting_id: str) -> tuple[int, dict[str, Any]]:
    """A draft is for the Coordinators: to others it is not found, as if there were none."""
    queries = ask_for.service.queries
    position = queries.position()
    shown = await ask(ask_for, lambda: queries.meeting_summary(ask_for.viewer, meeting_id.lower(), ask_for.moment))
    if shown is None:
        raise not_found()
    return position, shown
