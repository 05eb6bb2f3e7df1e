"""Why did they leave? Explanations of a donor's decisions."""

from typing import Any

import orjson
from fastapi import APIRouter, Request, Response

from adapters.http.answering import ask, kept, table, wants_file
from adapters.http.asking import Asked, Filters, asked, party, state
from adapters.http.parameters import documented, listing
from adapters.http.problems import Problem, not_found
from adapters.tables import DECISIONS
from projections.filters import ShiftFilter
from projections.page import Page

routes = APIRouter(tags=["reading"])

FILTERS: Filters = {"donor": party, "state": state}


@listing(routes, "/explanations", FILTERS)
async def explanations(request: Request) -> Response:
    """A donor's decisions about a State: what it had been told by then, what it decided, and why, in whose words."""
    ask_for = await asked(request, FILTERS)
    for name in FILTERS:
        if name not in ask_for.given:
            raise Problem(422, "Refused", f"Name the {name}: ?donor=…&state=….", name)
    donor, recipient = ask_for.given["donor"], ask_for.given["state"]
    queries = ask_for.service.queries
    answer = await ask(
        ask_for, lambda: queries.explanations(ask_for.viewer, donor, recipient, ask_for.moment), slow=True
    )
    shown, after = _page(ask_for, answer["decisions"], whole=wants_file(request) and ask_for.whole)
    if wants_file(request):
        return kept(request, ask_for, answer["position"], table(request, shown, DECISIONS), after)
    told = orjson.dumps(answer | {"decisions": shown, "items": shown})
    return kept(request, ask_for, answer["position"], Response(told, media_type="application/json"), after)


def _page(ask_for: Asked, decisions: list[dict[str, Any]], *, whole: bool) -> tuple[list[dict[str, Any]], int | None]:
    """Decisions stand in order of their days; the next page begins behind the one at a position."""
    places = [each["position"] for each in decisions]
    after = ask_for.page.after
    rest = decisions[places.index(after) + 1 :] if after in places else [] if after else decisions
    shown = rest if whole else rest[: ask_for.page.limit]
    return shown, shown[-1]["position"] if len(shown) < len(rest) else None


@routes.get("/shifts/{shift_id}/explanation", openapi_extra=documented({}))
async def shift_explanation(request: Request, shift_id: str) -> Response:
    """The explanation of one shift."""
    ask_for = await asked(request, {})
    queries, wanted = ask_for.service.queries, ShiftFilter(id=shift_id.lower())
    found = await ask(ask_for, lambda: queries.shifts(ask_for.viewer, wanted, Page(1), ask_for.moment))
    if not found.items:
        raise not_found()
    shift = orjson.loads(found.items[0])
    answer = await ask(
        ask_for, lambda: queries.explanations(ask_for.viewer, shift["donor"], shift["state"], ask_for.moment), slow=True
    )
    answer["decisions"] = [each for each in answer["decisions"] if each["shift_id"] == shift["shift_id"]]
    answer["items"] = answer["decisions"]
    told = orjson.dumps(answer)
    return kept(request, ask_for, answer["position"], Response(told, media_type="application/json"))
