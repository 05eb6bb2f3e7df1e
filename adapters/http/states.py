"""States: who is on record, and one State with its support, open requests and shifts."""

from typing import Any

import orjson
from fastapi import APIRouter, Request, Response

from adapters.http.answering import ask, kept, listed_by_name
from adapters.http.asking import Asked, asked, party_in_path
from adapters.http.parameters import documented, listing
from domain.names import is_state, party_name
from projections.filters import PledgeFilter, RequestFilter, ShiftFilter
from projections.page import LARGEST, Page

routes = APIRouter(tags=["reading"])

COLUMNS = (
    "code", "name", "is_state", "roles", "membership.status", "entry_into_force", "membership.computed", "obligations",
    "next_deadline.due_on", "next_deadline.kind", "next_deadline.article", "next_deadline.days_left", "overdue",
    "open_requests", "unexplained_shifts", "facts", "last_on",
)  # fmt: skip


@listing(routes, "/states", {})
async def states(request: Request) -> Response:
    """Every State and organisation that the caller sees something of: roles, entry into force, what is due and open."""
    ask_for = await asked(request, {}, by_name=True)
    queries = ask_for.service.queries
    known = [
        {"id": row["code"], "state": row["code"], "name": party_name(row["code"]), "is_state": is_state(row["code"])}
        | row
        for row in await ask(ask_for, lambda: queries.states(ask_for.viewer, ask_for.moment), slow=True)
    ]
    return listed_by_name(request, ask_for, known, queries.position(), COLUMNS)


@routes.get("/states/{state}", openapi_extra=documented({}))
async def one_state(request: Request, state: str) -> Response:
    """One State: roles, entry into force, obligations with deadlines, open requests, support, shifts, last contacts."""
    ask_for = await asked(request, {})
    code = party_in_path(request, state)
    told = await ask(ask_for, lambda: overview(ask_for, code), slow=True)
    return kept(request, ask_for, told["position"], Response(orjson.dumps(told), media_type="application/json"))


def overview(ask_for: Asked, code: str) -> dict[str, Any]:
    """What the State's page tells above its history. A `last_contact_on` of null: none on record."""
    queries, viewer, moment = ask_for.service.queries, ask_for.viewer, ask_for.moment
    every = Page(LARGEST)
    received = queries.pledges(viewer, PledgeFilter(state=code), every, moment)
    given = queries.pledges(viewer, PledgeFilter(donor=code), every, moment)
    return {
        "id": code,
        "state": code,
        "name": party_name(code),
        "is_state": is_state(code),
        **queries.state_record(viewer, code, moment),
        "open_requests": _items(queries.requests(viewer, RequestFilter(state=code, open=True), every, moment).items),
        "support": {"totals": received.beside["totals"], "pledges": _items(received.items)},
        "given": {"totals": given.beside["totals"], "pledges": _items(given.items)},
        "shifts": _items(queries.shifts(viewer, ShiftFilter(state=code), every, moment).items),
        "last_contacts": _contacts(queries.last_contacts(viewer, code, moment), _items(received.items)),
        "position": received.position,
    }


def _contacts(contacts: list[dict[str, Any]], pledges: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The last contact with each donor, longest ago first; before them those that pledged without any on record."""
    informed = {each["donor"] for each in contacts}
    never = sorted({each["donor"] for each in pledges} - informed)
    return [
        *({"donor": donor, "last_contact_on": None, "days": None} for donor in never),
        *contacts,
    ]


def _items(documents: list[bytes]) -> list[dict[str, Any]]:
    return [orjson.loads(each) for each in documents]
