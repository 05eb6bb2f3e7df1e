"""So that nothing is forgotten: whom to brief, and what changed since a day."""

from datetime import date, timedelta

from fastapi import APIRouter, Request, Response

from adapters.http.answering import ask
from adapters.http.asking import asked
from adapters.http.field import CHANGE_FILTERS, DUE_FILTERS
from adapters.http.pages import field_questions
from adapters.http.pages.history import lines
from adapters.http.pages.page_route import PageRoute
from adapters.http.pages.rendering import page

routes = APIRouter(route_class=PageRoute, include_in_schema=False)

LATELY = {"a day": 1, "a week": 7, "a month": 30, "three months": 91}
"""Spans that are one click away, in days."""


@routes.get("/contacts/due")
async def contacts_due(request: Request) -> Response:
    """The longest silence first."""
    ask_for = await asked(request, DUE_FILTERS)
    part = await ask(ask_for, lambda: field_questions.contacts_due(ask_for))
    return page(request, ask_for, "contacts_due.html.j2", part=part)


@routes.get("/changes")
async def changes(request: Request) -> Response:
    """In order of recording; without a day, a form asks for it."""
    ask_for = await asked(request, CHANGE_FILTERS)
    today = date.fromisoformat(ask_for.moment.as_of or ask_for.service.today())
    lately = {name: (today - timedelta(days)).isoformat() for name, days in LATELY.items()}
    if "since" not in ask_for.given:
        status = 422 if ask_for.given else 200
        return page(request, ask_for, "changes.html.j2", status=status, part=None, lines=[], lately=lately)
    part = await ask(ask_for, lambda: field_questions.changes(ask_for))
    told = lines(part.rows, ask_for.service.settings.zone)
    return page(request, ask_for, "changes.html.j2", part=part, lines=told, lately=lately)
