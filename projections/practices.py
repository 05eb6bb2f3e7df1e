"""Experience that States share."""

from collections.abc import Iterator
from typing import Any

from domain.practices.events import PracticeShared
from projections.audience import Audience
from projections.described import described
from projections.documents import document_rows
from projections.schema import flag, number, ready_json, text, view
from projections.thing import Thing

VERSION = 1

table = view(
    "practices",
    text("thing", key=True),
    text("audience", key=True),
    number("position"),
    text("state"),
    text("occurred_on"),
    flag("retracted"),
    ready_json("document"),
    indexes=(("state",),),
)


def rows(thing: Thing, audiences: tuple[Audience, ...]) -> Iterator[dict[str, Any]]:
    """One row for each practice and audience."""
    return document_rows(thing, audiences, (PracticeShared,), document, ("state", "occurred_on", "retracted"))


def document(thing: Thing, audience: Audience) -> dict[str, Any]:
    """One practice."""
    return {"id": thing.id, **thing.opening.own_fields(), **described(thing, audience)}
