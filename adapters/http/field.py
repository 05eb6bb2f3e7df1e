"""Plans, challenges, coalitions, practices and profiles over HTTP, and who could help with what."""

import re
from collections.abc import Sequence
from datetime import datetime

from fastapi import APIRouter, Request, Response

from adapters.http.answering import ask, document, listed, table_of
from adapters.http.asking import Filters, article, asked, flag, moment, party, plain, state
from adapters.http.parameters import FORMS, documented, listing
from adapters.http.problems import Problem, not_found
from adapters.moments import read_beginning
from adapters.tables import HISTORY
from adapters.wiring import Service
from projections.filters import FieldFilter, RequestFilter
from projections.page import Listing, Page

routes = APIRouter(tags=["reading"])

LISTS: dict[str, tuple[str, Filters, Sequence[str]]] = {
    "plans": (
        "Plans that States adopted: completion plans and national action plans.",
        {"state": state, "article": article},
        ("id", "state", "article", "kind", "from_on", "until", "national_investment", "url", "occurred_on"),
    ),
    "challenges": (
        "What States say makes their work hard.",
        {"state": state},
        ("id", "state", "challenge", "text", "occurred_on", "reported_by"),
    ),
    "coalitions": (
        "Country Coalitions, with their members now; `donor` is the lead or a partner.",
        {"state": state, "donor": party, "article": article, "open": flag},
        ("id", "state", "article", "lead", "partners", "goal", "until", "open", "closed_on", "result", "occurred_on"),
    ),
    "practices": (
        "Experience that States share.",
        {"state": state, "article": article},
        ("id", "state", "title", "articles", "text", "url", "occurred_on"),
    ),
    "profiles": (
        "What each donor wants and can do: the latest it published.",
        {"donor": party, "article": article},
        ("id", "donor", "articles", "natures", "regions", "states", "multi_year", "match_ratio", "window.from_on",
         "window.until", "budget", "contact", "occurred_on"),
    ),
}  # fmt: skip
MATCH_FILTERS: Filters = {"request_id": plain, "donor": party}
MATCHES = ("request_id", "state", "article", "donor", "score", "reasons", "need", "money")


def whole_days(_: Service, text: str) -> int:
    """A number of days."""
    if not re.fullmatch(r"\d{1,5}", text):
        raise ValueError(f"{text!r} is not a number of days.")
    return int(text)


def beginning(service: Service, text: str) -> datetime:
    """A moment; a date means the beginning of that day where the Coordinators are."""
    return read_beginning(text, service.settings.zone)


DUE_FILTERS: Filters = {"days": whole_days}
DUE_AFTER_DAYS = 180
CHANGE_FILTERS: Filters = {"since": beginning, "until": moment, "state": party}


def _add_list(kind: str, about: str, filters: Filters, columns: Sequence[str]) -> None:
    async def read(request: Request) -> Response:
        ask_for = await asked(request, filters)
        wanted = FieldFilter(**ask_for.given)
        queries = ask_for.service.queries
        return await listed(
            request, ask_for, lambda page: queries.things(ask_for.viewer, kind, wanted, page, ask_for.moment), columns
        )

    async def read_one(request: Request, thing_id: str) -> Response:
        ask_for = await asked(request, {})
        wanted, queries = FieldFilter(id=thing_id.lower()), ask_for.service.queries
        found = await ask(ask_for, lambda: queries.things(ask_for.viewer, kind, wanted, Page(1), ask_for.moment))
        if not found.items:
            raise not_found()
        return document(ask_for, found.items[0])

    routes.get(f"/{kind}", name=kind, description=about, openapi_extra=documented(filters))(read)
    for form in FORMS:
        routes.get(f"/{kind}{form}", include_in_schema=False)(read)
    routes.get(f"/{kind}/{{thing_id}}", name=f"one of {kind}", description=about, openapi_extra=documented({}))(
        read_one
    )


for _kind, (_about, _filters, _columns) in LISTS.items():
    _add_list(_kind, _about, _filters, _columns)


@listing(routes, "/matches", MATCH_FILTERS)
async def matches(request: Request) -> Response:
    """Who could help with which open request, best first, each match with its reasons in words."""
    ask_for = await asked(request, MATCH_FILTERS)
    queries, given = ask_for.service.queries, ask_for.given
    request_id = given.get("request_id", "").lower() or None
    if request_id:
        wanted = RequestFilter(id=request_id)
        known = await ask(ask_for, lambda: queries.requests(ask_for.viewer, wanted, Page(1), ask_for.moment))
        if not known.items:
            raise not_found()

    def question(page: Page) -> Listing:
        found, position = queries.matches(ask_for.viewer, request_id, given.get("donor"), ask_for.moment)
        return table_of(found, position, page)

    return await listed(request, ask_for, question, MATCHES)


@listing(routes, "/contacts/due", DUE_FILTERS)
async def contacts_due(request: Request) -> Response:
    """Whom to brief: donors and States whose last contact is `days` (180) or more ago, or that never had one."""
    ask_for = await asked(request, DUE_FILTERS)
    days, queries = ask_for.given.get("days", DUE_AFTER_DAYS), ask_for.service.queries

    def question(page: Page) -> Listing:
        found, position = queries.contacts_due(ask_for.viewer, days, ask_for.moment)
        return table_of(found, position, page)

    return await listed(request, ask_for, question, ("donor", "state", "last_contact_on", "days"))


@listing(routes, "/changes", CHANGE_FILTERS)
async def changes(request: Request) -> Response:
    """What was recorded since a day or time, and until another, in order of recording."""
    ask_for = await asked(request, CHANGE_FILTERS)
    if "since" not in ask_for.given:
        raise Problem(422, "Refused", "Say since when: ?since=2026-01-31, or a time.", "since")
    queries, given = ask_for.service.queries, ask_for.given
    return await listed(
        request,
        ask_for,
        lambda page: queries.changes(
            ask_for.viewer, given["since"], page, ask_for.moment, given.get("state"), given.get("until")
        ),
        HISTORY,
    )
