"""Who is reminded of a State's or donor's affairs."""

from collections.abc import Iterator
from typing import Any

from domain.reminders.events import RouteSet
from projections.audience import Audience
from projections.described import described
from projections.documents import document_rows
from projections.schema import flag, number, ready_json, text, view
from projections.thing import Thing

VERSION = 4

table = view(
    "routes",
    text("thing", key=True),
    text("audience", key=True),
    number("position"),
    text("party"),
    flag("retracted"),
    ready_json("document"),
    indexes=(("party",),),
)


def rows(thing: Thing, audiences: tuple[Audience, ...]) -> Iterator[dict[str, Any]]:
    """One row for each route and audience."""
    return document_rows(thing, audiences, (RouteSet,), document, ("party", "retracted"))


def document(thing: Thing, audience: Audience) -> dict[str, Any]:
    """A route; `to` is the channel, or the person with the workspace."""
    said = thing.opening.own_fields()
    return {
        "id": thing.id,
        **said,
        **described(thing, audience),
        "party": said["state"] or said["donor"],
        "to": said["channel"] or said["person"],
    }
