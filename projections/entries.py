"""How one fact is shown, to each audience: the item of histories, changes and the log."""

from typing import Any

from domain.fact_changes import FactCorrected
from domain.meetings.events import MeetingHeld, MeetingScheduled, StatementRecorded
from domain.pledges.events import PledgeMade
from domain.reminders.events import ReminderSent
from domain.requests.events import RequestSubmitted
from projections.attribution import shown_attribution, without_speaker
from projections.audience import Audience
from projections.drafts import DRAFT, is_draft_for, shown_summary
from projections.sentences import sentence
from projections.thing import Entry, Thing, fact_for, recorder_for, taken_away


def document(entry: Entry, thing: Thing, audience: Audience) -> dict[str, Any]:
    """The item of CONTRACT's history; `corrected_by` is the latest correction, `corrections` all of them."""
    fact = fact_for(entry, audience)
    if isinstance(fact, StatementRecorded):
        attribution, group = shown_attribution(fact, thing)
        fact = fact.changed(attribution=attribution, group=group)
    if not audience.sees_withheld:
        fact = without_speaker(fact, thing)
    if isinstance(fact, MeetingHeld):
        fact = fact.changed(summary=shown_summary(fact, thing, audience))
    corrections = [each.event_id for each in entry.standing.corrected_by]
    opening = thing.opening.own_fields()
    detail = fact.own_fields() | {"note": fact.note}
    if isinstance(thing.opening, ReminderSent):
        detail["reminder_id"] = thing.id
    if isinstance(fact, FactCorrected) and not audience.sees_withheld:
        detail["changes"] = _changes_for(entry, thing, audience)
    return {
        "id": fact.event_id,
        "position": entry.recorded.position,
        "event_id": fact.event_id,
        "kind": fact.TOPIC,
        "occurred_on": fact.occurred_on,
        "recorded_at": fact.timestamp.isoformat(),
        "recorded_by": recorder_for(fact, audience),
        "reported_by": fact.reported_by,
        "summary": sentence(fact.changed(changes=detail["changes"]) if "changes" in detail else fact, thing.opening),
        "detail": detail,
        "refs": _refs(entry, thing),
        "donor": opening.get("donor"),
        "recipient": opening.get("state"),
        "article": article_of(thing),
        "source": fact.source,
        "visibility": entry.standing.visibility.value,
        "corrects": getattr(fact, "corrects", None),
        "corrected_by": corrections[-1] if corrections else None,
        "corrections": corrections,
        "retracted": not entry.standing.counts,
        "proof": {"leaf_index": entry.recorded.leaf_index, "leaf_hash": entry.recorded.leaf_hash},
    }


def _refs(entry: Entry, thing: Thing) -> dict[str, Any]:
    opening = thing.opening
    is_pledge, is_request = isinstance(opening, PledgeMade), isinstance(opening, RequestSubmitted)
    return {
        "request_id": thing.id if is_request else opening.own_fields().get("request_id"),
        "pledge_id": thing.id if is_pledge else None,
        "shift_id": getattr(entry.fact, "shift_id", None) or opening.own_fields().get("opened_by_shift"),
        "meeting_id": thing.id if isinstance(opening, MeetingScheduled) else None,
    }


def article_of(thing: Thing) -> int | None:
    """The article a thing is under, where it says so."""
    article = thing.opening.own_fields().get("article")
    return 7 if thing.opening.TOPIC == "report.filed" else article


def _changes_for(entry: Entry, thing: Thing, audience: Audience) -> dict[str, Any]:
    """A correction that was itself superseded shows no words that a later one took away, nor a draft's."""
    fact = entry.fact
    assert isinstance(fact, FactCorrected)
    later = {
        name
        for other in thing.entries
        if isinstance(other.fact, FactCorrected)
        and other.fact.corrects == fact.corrects
        and other.recorded.position > entry.recorded.position
        for name in other.fact.changes
    }
    target = next((each for each in thing.entries if each.recorded.fact.event_id == fact.corrects), None)
    words = target.standing.withheld if target else frozenset()
    later |= target.standing.superseded if target else frozenset()
    shown = {
        name: taken_away(value) if name in later and name in words and value is not None else value
        for name, value in fact.changes.items()
    }
    if isinstance(thing.opening, MeetingScheduled) and shown.get("summary") and is_draft_for(audience, thing):
        shown["summary"] = DRAFT
    return shown
