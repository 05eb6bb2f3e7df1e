"""The ledger of outcomes: who carries what forward, by when, and through which meetings it went."""

from datetime import date

from fastapi import APIRouter, Request, Response

from adapters.http.answering import ask
from adapters.http.asking import asked
from adapters.http.gatherings import OUTCOME_FILTERS
from adapters.http.pages import questions
from adapters.http.pages.page_route import PageRoute
from adapters.http.pages.parts import Row
from adapters.http.pages.rendering import page
from domain.meeting_words import OutcomeStatus
from projections.page import LARGEST

routes = APIRouter(route_class=PageRoute, include_in_schema=False)


@routes.get("/outcomes")
async def outcomes(request: Request) -> Response:
    """Open ones unless another status is asked for: what is past its day first, what has no day last."""
    ask_for = await asked(request, OUTCOME_FILTERS)
    found = await ask(ask_for, lambda: questions.every_outcome(ask_for))
    rows = sorted((with_days(row, ask_for.today) for row in found), key=_by_day)
    start = ask_for.page.after
    end = start + (LARGEST if ask_for.whole else ask_for.page.limit)
    return page(
        request, ask_for, "outcomes.html.j2", outcomes=rows[start:end], after=end if end < len(rows) else None,
        late=sum(1 for row in rows if (row["days_left"] or 0) < 0), total=len(rows),
        statuses=[*OutcomeStatus, "all"],
    )  # fmt: skip


def with_days(outcome: Row, today: str) -> Row:
    """An outcome with the days that are left while it is open."""
    waiting = outcome["status"] == OutcomeStatus.OPEN and outcome["due_on"]
    left = (date.fromisoformat(outcome["due_on"]) - date.fromisoformat(today)).days if waiting else None
    return outcome | {"days_left": left}


def _by_day(row: Row) -> tuple[bool, bool, str]:
    return row["status"] != OutcomeStatus.OPEN, row["due_on"] is None, row["due_on"] or ""
