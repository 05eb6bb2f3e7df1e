"""One State or organisation: its support, requests, shifts and contacts, and its whole history."""

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from adapters.http.answering import ask
from adapters.http.asking import Asked, asked, party_in_path
from adapters.http.audit import HISTORY_FILTERS
from adapters.http.pages import questions
from adapters.http.pages.accounts import with_accounts
from adapters.http.pages.convention import convention
from adapters.http.pages.figures import support
from adapters.http.pages.frame import address
from adapters.http.pages.history import kinds, lines
from adapters.http.pages.page_route import PageRoute
from adapters.http.pages.questions import Row
from adapters.http.pages.rendering import page
from adapters.http.pages.treaty_words import role
from adapters.http.states import overview
from domain.names import party_name
from domain.words import Article

routes = APIRouter(route_class=PageRoute, include_in_schema=False)

LATEST = 8
"""Pledges shown one by one; the others are one link away."""


@routes.get("/states/{state}")
async def one_state(request: Request, state: str) -> Response:
    """The State, then its history."""
    return await _shown(request, state, "state.html.j2", "")


@routes.get("/states/{state}/history")
async def state_history(request: Request, state: str) -> Response:
    """The history alone."""
    return await _shown(request, state, "state_history.html.j2", "/history")


async def _shown(request: Request, written: str, template: str, below: str) -> Response:
    ask_for = await asked(request, HISTORY_FILTERS)
    code = party_in_path(request, written)
    if code != written:
        return RedirectResponse(address(f"/states/{quote(code, safe='')}{below}", request.query_params), 307)
    shown = await ask(ask_for, lambda: _told(ask_for, code), slow=not below)
    if not below:
        shown |= await ask(ask_for, lambda: _headlines(ask_for, code), slow=True)
    return page(request, ask_for, template, **shown)


def _told(ask_for: Asked, code: str) -> dict[str, Any]:
    """The history, and what its filters offer."""
    part = questions.history(ask_for, code)
    given = ask_for.given.get("donor")
    return {
        "code": code,
        "name": party_name(code),
        "lines": lines(part.rows, ask_for.service.settings.zone),
        "after": part.after,
        "filtered": bool(ask_for.given),
        "kinds": kinds(),
        "articles": list(Article),
        "donors": [given] if given else [],
    }


def _headlines(ask_for: Asked, code: str) -> dict[str, Any]:
    """What stands above the history."""
    told = overview(ask_for, code)
    shifts = [with_accounts(shift) for shift in _latest(told["shifts"])]
    by_it = [with_accounts(shift) for shift in reversed(questions.every_shift(ask_for, donor=code))]
    given = ask_for.given.get("donor")
    donors = {
        *(row["donor"] for part in ("shifts", "last_contacts") for row in told[part]),
        *(pledge["donor"] for pledge in told["support"]["pledges"]),
        *([given] if given else []),
    }
    return convention(told, ask_for.today) | {
        "state": told,
        "role": role(told["roles"], is_state=told["is_state"]),
        "asks": bool(told["open_requests"] or told["support"]["pledges"] or not told["given"]["pledges"]),
        "received": support(told["support"]["totals"]),
        "received_pledges": _latest(told["support"]["pledges"])[:LATEST],
        "given": support(told["given"]["totals"]),
        "given_pledges": _latest(told["given"]["pledges"])[:LATEST],
        "shifts": shifts,
        "shifts_by_it": by_it,
        "unexplained": sum(1 for shift in (*shifts, *by_it) if shift["unexplained"]),
        "donors": sorted(donors, key=party_name),
    }


def _latest(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: str(row["occurred_on"]), reverse=True)
