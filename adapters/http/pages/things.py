"""Plans, challenges, coalitions, practices and profiles: each a list with its filters, and a page for each thing."""

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from adapters.http.answering import ask
from adapters.http.asking import asked
from adapters.http.field import LISTS
from adapters.http.pages import field_questions
from adapters.http.pages.page_route import PageRoute
from adapters.http.pages.rendering import page
from domain.words import Article

routes = APIRouter(route_class=PageRoute, include_in_schema=False)


@dataclass(frozen=True)
class Kind:
    """What stands above a list of things."""

    title: str
    lead: str


KINDS = {
    "plans": Kind(
        "Plans", "Completion plans and national action plans: what a State means to do by when, and at what cost."
    ),
    "challenges": Kind(
        "Challenges", "What States say makes their work hard, in the Coordinators’ words and their own."
    ),
    "coalitions": Kind(
        "Country Coalitions",
        "One affected State, a lead donor and partners: one goal under one article, over several years.",
    ),
    "practices": Kind("Practices", "Experience that one State shares, so that others need not learn it anew."),
    "profiles": Kind("Donor profiles", "What each donor wants and can do: the latest it published."),
}


def _add(kind: str) -> None:
    filters = LISTS[kind][1]

    async def some(request: Request) -> Response:
        ask_for = await asked(request, filters)
        part = await ask(ask_for, lambda: field_questions.things(ask_for, kind))
        return page(
            request, ask_for, "things.html.j2", kind=kind, words=KINDS[kind], part=part, filters=list(filters),
            articles=list(Article),
        )  # fmt: skip

    async def one(request: Request, thing_id: str) -> Response:
        ask_for = await asked(request, {})
        found = await ask(ask_for, lambda: field_questions.thing(ask_for, kind, thing_id))
        return page(request, ask_for, "thing.html.j2", kind=kind, words=KINDS[kind], thing=found)

    routes.get(f"/{kind}", name=f"page of {kind}")(some)
    routes.get(f"/{kind}/{{thing_id}}", name=f"page of one of {kind}")(one)


for _kind in KINDS:
    _add(_kind)
