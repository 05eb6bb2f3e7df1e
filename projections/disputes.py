"""Where parties disagree about what is on record: shown on the thing, and on what was disputed of it."""

from typing import Any

from domain.disputes.events import DisputeRaised
from projections.attribution import without_speaker
from projections.thing import Thing


def disputes_of(thing: Thing, *names: str) -> list[dict[str, Any]]:
    """Disputes about a thing, oldest first; with names, only those about what goes by one of these ids."""
    return [
        {
            "event_id": fact.event_id,
            "about": fact.about,
            "statement": fact.statement,
            "reported_by": without_speaker(fact, thing).reported_by,
            "occurred_on": fact.occurred_on,
        }
        for fact in thing.facts
        if isinstance(fact, DisputeRaised) and (not names or fact.about in names)
    ]
