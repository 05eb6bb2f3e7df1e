"""Shifts in support: the queue of those nobody explained, and each with what lay before and after it."""

from fastapi import APIRouter, Request, Response

from adapters.http.answering import ask
from adapters.http.asking import Asked, asked
from adapters.http.lists import SHIFT_FILTERS
from adapters.http.pages import questions
from adapters.http.pages.accounts import with_accounts, with_story
from adapters.http.pages.page_route import PageRoute
from adapters.http.pages.parts import Row
from adapters.http.pages.rendering import page
from adapters.http.problems import not_found

routes = APIRouter(route_class=PageRoute, include_in_schema=False)


@routes.get("/shifts")
async def shifts(request: Request) -> Response:
    """Shifts in the order in which they were recorded; the queue begins with the longest wait."""
    ask_for = await asked(request, SHIFT_FILTERS)
    queue = ask_for.given.get("unexplained", False)
    part = await ask(ask_for, lambda: questions.queue(ask_for) if queue else questions.shifts(ask_for))
    shown = [with_accounts(row) for row in part.rows]
    return page(request, ask_for, "shifts.html.j2", part=part, shifts=shown, queue=queue)


@routes.get("/shifts/{shift_id}")
async def one_shift(request: Request, shift_id: str) -> Response:
    """One decision: what the donor had been told by then, its reason and whose words it is, and what followed."""
    ask_for = await asked(request, {})
    shift = await ask(ask_for, lambda: questions.shift(ask_for, shift_id))
    decision = await ask(ask_for, lambda: _explained(ask_for, shift), slow=True)
    return page(request, ask_for, "shift.html.j2", shift=shift, decision=with_story(decision))


def _explained(ask_for: Asked, shift: Row) -> Row:
    """The decision on this shift; its days of waiting stand with the shift."""
    for decision in questions.decisions(ask_for, shift["donor"], shift["state"]):
        if decision["shift_id"] == shift["shift_id"]:
            return decision | {"days_waiting": shift["days_waiting"]}
    raise not_found()
