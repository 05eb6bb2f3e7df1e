"""Country Coalitions: who is in each, and how it ended."""

from collections.abc import Iterator
from typing import Any

from domain.coalitions.events import CoalitionClosed, CoalitionFormed, CoalitionJoined, CoalitionLeft
from domain.coalitions.members import members
from projections.audience import Audience
from projections.described import described
from projections.documents import document_rows
from projections.schema import flag, number, ready_json, text, view
from projections.thing import Thing

VERSION = 1

table = view(
    "coalitions",
    text("thing", key=True),
    text("audience", key=True),
    number("position"),
    text("state"),
    number("article"),
    text("occurred_on"),
    flag("open"),
    flag("retracted"),
    ready_json("document"),
    indexes=(("state",),),
)


def rows(thing: Thing, audiences: tuple[Audience, ...]) -> Iterator[dict[str, Any]]:
    """One row for each coalition and audience."""
    columns = ("state", "article", "occurred_on", "open", "retracted")
    return document_rows(thing, audiences, (CoalitionFormed,), document, columns)


def document(thing: Thing, audience: Audience) -> dict[str, Any]:
    """A coalition with its members now, and each who came and went."""
    facts = sorted(thing.facts, key=lambda fact: (fact.occurred_on, fact.originator_version))
    lead, partners = members(facts)
    closed = [fact for fact in facts if isinstance(fact, CoalitionClosed)]
    return {
        "id": thing.id,
        "coalition_id": thing.id,
        **thing.opening.own_fields(),
        **described(thing, audience),
        "lead": lead,
        "partners": partners,
        "members": [
            {
                "partner": fact.partner,
                "change": "joined" if isinstance(fact, CoalitionJoined) else "left",
                "why": getattr(fact, "why", None),
                "occurred_on": fact.occurred_on,
                "event_id": fact.event_id,
            }
            for fact in facts
            if isinstance(fact, CoalitionJoined | CoalitionLeft)
        ],
        "open": not closed,
        "closed_on": closed[-1].occurred_on if closed else None,
        "result": closed[-1].result if closed else None,
    }
