"""Meetings: what comes, what was held, one meeting with all that was said and settled, and its summary."""

from fastapi import APIRouter, Request, Response

from adapters.http.answering import ask
from adapters.http.asking import asked
from adapters.http.gatherings import MEETING_FILTERS, meeting_summary
from adapters.http.pages import questions
from adapters.http.pages.outcomes import with_days
from adapters.http.pages.page_route import PageRoute
from adapters.http.pages.parts import Row
from adapters.http.pages.rendering import page
from domain.meeting_words import MeetingKind
from projections.page import LARGEST

routes = APIRouter(route_class=PageRoute, include_in_schema=False)


@routes.get("/meetings")
async def meetings(request: Request) -> Response:
    """What comes, soonest first, then what was, the latest first."""
    ask_for = await asked(request, MEETING_FILTERS)
    rows = _in_order(await ask(ask_for, lambda: questions.every_meeting(ask_for)), ask_for.today)
    start = ask_for.page.after
    end = start + (LARGEST if ask_for.whole else ask_for.page.limit)
    shown = rows[start:end]
    return page(
        request, ask_for, "meetings.html.j2", after=end if end < len(rows) else None, kinds=list(MeetingKind),
        coming=[row for row in shown if _is_coming(row, ask_for.today)],
        past=[row for row in shown if not _is_coming(row, ask_for.today)],
    )  # fmt: skip


@routes.get("/meetings/{meeting_id}")
async def one_meeting(request: Request, meeting_id: str) -> Response:
    """One meeting, as its reader may see it; a summary that is a draft is offered to the Coordinators alone."""
    ask_for = await asked(request, {})
    shown = await ask(ask_for, lambda: questions.meeting(ask_for, meeting_id))
    days = {name: [with_days(row, ask_for.today) for row in shown[name]] for name in ("outcomes", "taken_up")}
    offered = shown["held"] and (shown["summary_approved"] or ask_for.viewer.sees_people)
    return page(request, ask_for, "meeting.html.j2", meeting=shown | days, offered=offered)


@routes.get("/meetings/{meeting_id}/summary")
async def summary(request: Request, meeting_id: str) -> Response:
    """The summary in the layout its readers know."""
    ask_for = await asked(request, {})
    _, shown = await meeting_summary(ask_for, meeting_id)
    return page(request, ask_for, "meeting_summary.html.j2", summary=shown)


def _is_coming(meeting: Row, today: str) -> bool:
    return not meeting["held"] and str(meeting["on"]) >= today


def _in_order(rows: list[Row], today: str) -> list[Row]:
    by_day = sorted(rows, key=lambda row: str(row["on"]))
    coming = [row for row in by_day if _is_coming(row, today)]
    return coming + [row for row in reversed(by_day) if not _is_coming(row, today)]
