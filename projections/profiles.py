"""What donors want and can do."""

from collections.abc import Iterator
from typing import Any

from domain.profiles.events import ProfilePublished
from projections.audience import Audience
from projections.described import described
from projections.documents import document_rows
from projections.schema import flag, number, ready_json, text, view
from projections.thing import Thing

VERSION = 1

table = view(
    "profiles",
    text("thing", key=True),
    text("audience", key=True),
    number("position"),
    text("donor"),
    text("occurred_on"),
    flag("retracted"),
    ready_json("document"),
    indexes=(("donor",),),
)


def rows(thing: Thing, audiences: tuple[Audience, ...]) -> Iterator[dict[str, Any]]:
    """One row for each profile that was published and audience."""
    return document_rows(thing, audiences, (ProfilePublished,), document, ("donor", "occurred_on", "retracted"))


def document(thing: Thing, audience: Audience) -> dict[str, Any]:
    """One profile as it was published."""
    return {"id": thing.id, **thing.opening.own_fields(), **described(thing, audience)}
