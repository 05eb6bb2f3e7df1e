"""Meetings: when, who came, what was said, settled and advised; group statements betray no speaker."""

from collections.abc import Iterator
from typing import Any

from domain.meetings.events import (
    MeetingHeld,
    MeetingMoved,
    MeetingScheduled,
    RecommendationRecorded,
    StatementRecorded,
    SummaryApproved,
)
from projections.attribution import shown_attribution
from projections.audience import Audience
from projections.described import described
from projections.documents import document_rows
from projections.drafts import is_draft_for
from projections.meeting_sentences import speaker
from projections.outcomes import outcome_documents
from projections.schema import flag, number, ready_json, text, view
from projections.thing import Thing

VERSION = 3

table = view(
    "meetings",
    text("thing", key=True),
    text("audience", key=True),
    number("position"),
    text("kind"),
    text("on"),
    flag("retracted"),
    ready_json("document"),
    indexes=(("on",),),
)


def rows(thing: Thing, audiences: tuple[Audience, ...]) -> Iterator[dict[str, Any]]:
    """One row for each meeting and audience."""
    return document_rows(thing, audiences, (MeetingScheduled,), document, ("kind", "on", "retracted"))


def document(thing: Thing, audience: Audience) -> dict[str, Any]:
    """A meeting with all that this audience may see of it."""
    facts = thing.facts
    moved = [fact for fact in facts if isinstance(fact, MeetingMoved)]
    held = [fact for fact in facts if isinstance(fact, MeetingHeld)]
    scheduled = thing.opening.own_fields()
    return {
        "id": thing.id,
        "meeting_id": thing.id,
        **scheduled,
        **described(thing, audience),
        "on": moved[-1].on if moved else scheduled["on"],
        "moved": [{"on": fact.on, "occurred_on": fact.occurred_on, "event_id": fact.event_id} for fact in moved],
        "held": bool(held),
        "attended": held[-1].attended if held else None,
        "participants": held[-1].participants if held else None,
        "summary": held[-1].summary if held and not is_draft_for(audience, thing) else None,
        "summary_approved": any(isinstance(fact, SummaryApproved) for fact in facts),
        "statements": [_statement(fact, thing) for fact in facts if isinstance(fact, StatementRecorded)],
        "outcomes": outcome_documents(thing, audience),
        "recommendations": [
            {"id": fact.recommendation_id, **fact.own_fields(), "event_id": fact.event_id}
            for fact in facts
            if isinstance(fact, RecommendationRecorded)
        ],
    }


def _statement(fact: StatementRecorded, thing: Thing) -> dict[str, Any]:
    attribution, group = shown_attribution(fact, thing)
    return {
        "id": fact.statement_id,
        "text": fact.text,
        "attribution": attribution,
        "speaker": fact.speaker,
        "group": group,
        "who": speaker(attribution, fact.speaker, group),
        "challenges": fact.challenges or [],
        "access_issues": fact.access_issues or [],
        "event_id": fact.event_id,
    }
