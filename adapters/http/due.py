"""Deadlines over HTTP."""

import re

from fastapi import APIRouter, Request, Response

from adapters.http.answering import listed, table_of
from adapters.http.asking import Asked, Filters, article, asked, day, flag, one_of, party
from adapters.http.parameters import listing
from adapters.wiring import Service
from domain.treaty_clock import after
from projections.filters import DeadlineFilter
from projections.page import Listing, Page

routes = APIRouter(tags=["reading"])

STATUSES = ("fixed", "unknown", "no_fixed_date", "met", "ended", "any")
KINDS = (
    "stockpile", "clearance", "victim_assistance", "national_measures", "initial_report", "annual_report",
    "extension_lodging", "plan", "tranche", "coalition", "outcome",
)  # fmt: skip
COLUMNS = (
    "state", "article", "kind", "due_on", "status", "days_left", "computed", "basis", "outlook", "requested",
    "received", "lodging_on", "obligation_id", "id",
)  # fmt: skip
_SPAN = re.compile(r"(\d{1,4})\s*(d|w|m|y)(?:ays?|eeks?|onths?|ears?)?\Z")


def span(_: Service, text: str) -> str:
    """A span of time: 90d, 12w, 12m, 2y."""
    read = _SPAN.match(text.strip().lower())
    if read is None:
        raise ValueError(f"{text!r} is not a span of time: write 90d, 12w, 12m or 2y.")
    return read[1] + read[2]


FILTERS: Filters = {
    "within": span,
    "since": day,
    "until": day,
    "overdue": flag,
    "article": article,
    "state": party,
    "kind": one_of(*KINDS),
    "status": one_of(*STATUSES),
}


@listing(routes, "/deadlines", FILTERS)
async def deadlines(request: Request) -> Response:
    """What is due, soonest first, computed or entered, with its basis in words; without `within` also what is past."""
    ask_for = await asked(request, FILTERS)
    queries = ask_for.service.queries

    def question(page: Page) -> Listing:
        found, position = queries.deadlines(ask_for.viewer, wanted(ask_for), ask_for.moment)
        return table_of(found, position, page)

    return await listed(request, ask_for, question, COLUMNS)


def wanted(ask_for: Asked) -> DeadlineFilter:
    """The deadlines asked for; a span is counted from the day looked at."""
    given = dict(ask_for.given)
    within = [after(ask_for.today, given.pop("within"))] if "within" in given else []
    until = min([*within, *filter(None, [given.pop("until", None)])], default=None)
    return DeadlineFilter(until=until, **given)
