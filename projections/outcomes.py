"""The ledger of outcomes: owner, due day, carried forward, done or dropped."""

from collections.abc import Iterator
from typing import Any

import orjson

from domain.fact import Fact
from domain.meeting_words import OutcomeStatus
from domain.meetings.events import (
    MeetingMoved,
    MeetingScheduled,
    OutcomeCarriedForward,
    OutcomeClosed,
    OutcomeRecorded,
)
from projections.audience import Audience
from projections.schema import number, ready_json, text, view
from projections.thing import Entry, Thing, recorder_for

VERSION = 2

table = view(
    "outcomes",
    text("outcome_id", key=True),
    text("audience", key=True),
    text("thing"),
    number("position"),
    text("status"),
    text("owner", optional=True),
    text("due_on", optional=True),
    ready_json("document"),
    indexes=(("status",),),
)


def rows(thing: Thing, audiences: tuple[Audience, ...]) -> Iterator[dict[str, Any]]:
    """One row for each outcome that stands and each audience that may see it."""
    if not isinstance(thing.opening, MeetingScheduled):
        return
    for audience in audiences:
        seen = thing.seen_by(audience)
        for shown in outcome_documents(seen, audience) if seen else ():
            yield {
                "outcome_id": shown["id"],
                "audience": audience.rows_as,
                "thing": thing.id,
                **{name: shown[name] for name in ("position", "status", "owner", "due_on")},
                "document": orjson.dumps(shown),
            }


def outcome_documents(thing: Thing, audience: Audience) -> list[dict[str, Any]]:
    """The outcomes of a meeting, in order."""
    facts = thing.facts
    return [
        _document(entry, entry.fact, facts, thing, audience)
        for entry in thing.counting
        if isinstance(entry.fact, OutcomeRecorded)
    ]


def _document(
    entry: Entry, outcome: OutcomeRecorded, facts: list[Fact], thing: Thing, audience: Audience
) -> dict[str, Any]:
    said = [fact for fact in facts if getattr(fact, "outcome_id", None) == outcome.outcome_id]
    closed = [fact for fact in said if isinstance(fact, OutcomeClosed)]
    moved = [fact for fact in facts if isinstance(fact, MeetingMoved)]
    meeting = thing.opening.own_fields()
    return {
        "id": outcome.outcome_id,
        **outcome.own_fields(),
        "meeting_id": thing.id,
        "meeting": {"title": meeting["title"], "on": moved[-1].on if moved else meeting["on"]},
        "status": closed[-1].result if closed else OutcomeStatus.OPEN.value,
        "closed_on": closed[-1].occurred_on if closed else None,
        "result": closed[-1].text if closed else None,
        "carried_to": [fact.to_meeting_id for fact in said if isinstance(fact, OutcomeCarriedForward)],
        "occurred_on": outcome.occurred_on,
        "recorded_at": outcome.timestamp.isoformat(),
        "recorded_by": recorder_for(outcome, audience),
        "source": outcome.source,
        "visibility": entry.standing.visibility.value,
        "position": entry.recorded.position,
        "event_id": outcome.event_id,
        "version": thing.version,
    }
