"""Obligations: declared, progressed, assessed, extended and met."""

from collections.abc import Iterator
from typing import Any

from domain.fact import Fact
from domain.obligations.events import (
    ExtensionDecided,
    ExtensionRequested,
    ObligationAssessed,
    ObligationDeclared,
    ObligationFulfilled,
    ProgressReported,
)
from domain.words import Outlook
from projections.audience import Audience
from projections.described import described
from projections.documents import document_rows
from projections.schema import flag, number, ready_json, text, view
from projections.thing import Thing

VERSION = 2

table = view(
    "obligations",
    text("thing", key=True),
    text("audience", key=True),
    number("position"),
    text("state"),
    number("article"),
    flag("retracted"),
    ready_json("document"),
    indexes=(("state",),),
)


def rows(thing: Thing, audiences: tuple[Audience, ...]) -> Iterator[dict[str, Any]]:
    """One row for each obligation and audience."""
    return document_rows(thing, audiences, (ObligationDeclared,), document, ("state", "article", "retracted"))


def document(thing: Thing, audience: Audience) -> dict[str, Any]:
    """An obligation with all that was said of it, oldest first."""
    said = sorted(thing.facts, key=lambda fact: (fact.occurred_on, fact.originator_version))
    assessed = [fact.outlook for fact in said if isinstance(fact, ObligationAssessed)]
    fulfilled = [fact.declared_on for fact in said if isinstance(fact, ObligationFulfilled)]
    return {
        "id": thing.id,
        "obligation_id": thing.id,
        **thing.opening.own_fields(),
        **described(thing, audience),
        "outlook": assessed[-1] if assessed else Outlook.UNCLEAR.value,
        "fulfilled_on": fulfilled[-1] if fulfilled else None,
        "progress": [_dated(fact) for fact in said if isinstance(fact, ProgressReported)],
        "extensions_requested": [_dated(fact) for fact in said if isinstance(fact, ExtensionRequested)],
        "extensions_decided": [_dated(fact) for fact in said if isinstance(fact, ExtensionDecided)],
    }


def _dated(fact: Fact) -> dict[str, Any]:
    return {"event_id": fact.event_id, "occurred_on": fact.occurred_on, **fact.own_fields()}
