"""One event of the log: the sentence, its words field by field, and what became of it."""

from typing import Any

from fastapi import APIRouter, Request, Response

from adapters.http.answering import ask
from adapters.http.asking import asked
from adapters.http.pages import questions
from adapters.http.pages.figures import money
from adapters.http.pages.history import lines
from adapters.http.pages.page_route import PageRoute
from adapters.http.pages.rendering import page
from adapters.tables import cells

routes = APIRouter(route_class=PageRoute, include_in_schema=False)


@routes.get("/events/{event_id}")
async def one_event(request: Request, event_id: str) -> Response:
    """What every link to a correction, a telling or a later word leads to."""
    ask_for = await asked(request, {})
    found = await ask(ask_for, lambda: questions.event(ask_for, event_id))
    told = lines([found], ask_for.service.settings.zone)
    return page(request, ask_for, "event.html.j2", line=told[0], fields=_fields(found["detail"]))


def _fields(detail: dict[str, Any]) -> list[tuple[str, str]]:
    """Each field that was said, in its own words."""
    said = {name: value for name, value in detail.items() if value is not None and name != "changes"}
    said |= {f"{name}, corrected": value for name, value in detail.get("changes", {}).items()}
    return [(name, _said(value)) for name, value in said.items()]


def _said(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict) and value.keys() == {"amount", "currency"}:
        return money(value)
    return cells({"value": value}, ["value"])[0]
