"""Why did they leave? A donor's decisions about a State, one after the other."""

from fastapi import APIRouter, Request, Response

from adapters.http.answering import ask
from adapters.http.asking import Asked, asked
from adapters.http.pages import questions
from adapters.http.pages.accounts import with_story
from adapters.http.pages.page_route import PageRoute
from adapters.http.pages.parts import Row
from adapters.http.pages.rendering import page
from adapters.http.why import FILTERS

routes = APIRouter(route_class=PageRoute, include_in_schema=False)


@routes.get("/explanations")
async def explanations(request: Request) -> Response:
    """Both names are needed; without any, a form asks for them."""
    ask_for = await asked(request, FILTERS)
    given = ask_for.given
    if given.keys() != FILTERS.keys():
        status = 422 if given else 200
        return page(request, ask_for, "explanations.html.j2", status=status, decisions=None, halfway=bool(given))
    found = await ask(ask_for, lambda: _decided(ask_for, given["donor"], given["state"]), slow=True)
    return page(
        request, ask_for, "explanations.html.j2", decisions=found, donor=given["donor"], state=given["state"],
        halfway=False,
    )  # fmt: skip


def _decided(ask_for: Asked, donor: str, state: str) -> list[Row]:
    """Each decision, with the days it has waited for the donor's word."""
    waiting = {row["shift_id"]: row["days_waiting"] for row in questions.every_shift(ask_for, donor=donor, state=state)}
    return [
        with_story(decision) | {"days_waiting": waiting.get(decision["shift_id"])}
        for decision in questions.decisions(ask_for, donor, state)
    ]
