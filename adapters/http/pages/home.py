"""The first page: what is due, a State to look up, and whose reasons are missing."""

from fastapi import APIRouter, Request, Response

from adapters.http.answering import ask
from adapters.http.asking import Asked, asked
from adapters.http.pages import questions
from adapters.http.pages.deadlines import due
from adapters.http.pages.page_route import PageRoute
from adapters.http.pages.questions import Row
from adapters.http.pages.rendering import page
from adapters.http.pages.treaty_words import ROLE
from adapters.http.pages.words import listed
from domain.names import party_name
from projections.filters import DeadlineFilter

routes = APIRouter(route_class=PageRoute, include_in_schema=False)

FIRST_DUE = 8
FIRST = 10
"""Unexplained shifts on the first page; the others are one link away."""


@routes.get("/")
async def home(request: Request) -> Response:
    """What is due first, what waits for an explanation, longest first, and who is on record."""
    ask_for = await asked(request, {})
    queue, parties, next_due = await ask(
        ask_for,
        lambda: (
            questions.every_shift(ask_for, unexplained=True),
            named(ask_for),
            due(ask_for, DeadlineFilter(status="fixed")),
        ),
        slow=True,
    )
    return page(
        request, ask_for, "home.html.j2", queue=queue[:FIRST], waiting=len(queue), parties=parties, timeline=next_due,
        due=[row for group, row in next_due.rows if group in {"past", "soon"}][:FIRST_DUE],
    )  # fmt: skip


def named(ask_for: Asked) -> list[Row]:
    """Who is on record, by name."""
    rows = [
        row | {"name": party_name(row["code"]), "role_words": listed([ROLE[each] for each in row["roles"]])}
        for row in questions.parties(ask_for)
    ]
    return sorted(rows, key=lambda row: str(row["name"]).casefold())
