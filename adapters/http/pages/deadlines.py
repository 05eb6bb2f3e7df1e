"""What is due: past and unmet first, then what comes."""

from fastapi import APIRouter, Request, Response

from adapters.http.answering import ask
from adapters.http.asking import Asked, asked
from adapters.http.due import FILTERS, KINDS, STATUSES, wanted
from adapters.http.pages.page_route import PageRoute
from adapters.http.pages.rendering import page
from adapters.http.pages.timeline import Timeline, timeline
from domain.words import Article
from projections.filters import DeadlineFilter
from projections.page import LARGEST

routes = APIRouter(route_class=PageRoute, include_in_schema=False)

SPANS = {"30d": "30 days", "3m": "3 months", "6m": "6 months", "12m": "12 months", "24m": "2 years", "60m": "5 years"}


@routes.get("/deadlines")
async def deadlines(request: Request) -> Response:
    """Every deadline with its basis; reports that many States owe on one day are told together."""
    ask_for = await asked(request, FILTERS)
    found = await ask(ask_for, lambda: due(ask_for, wanted(ask_for), each_apart="state" in ask_for.given), slow=True)
    start = ask_for.page.after
    end = start + (LARGEST if ask_for.whole else ask_for.page.limit)
    return page(
        request, ask_for, "deadlines.html.j2", timeline=found, groups=found.groups(start, end), first=start == 0,
        after=end if end < len(found.rows) else None, articles=list(Article), kinds=KINDS, statuses=STATUSES,
        spans=SPANS,
    )  # fmt: skip


def due(ask_for: Asked, asked_for: DeadlineFilter, *, each_apart: bool = False) -> Timeline:
    """Deadlines as the API tells them, in groups."""
    found, _ = ask_for.service.queries.deadlines(ask_for.viewer, asked_for, ask_for.moment)
    return timeline(found, ask_for.today, each_apart=each_apart)
