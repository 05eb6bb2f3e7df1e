"""Why did they leave? What a donor had been told by the day it decided, what it decided, and the reason it gave."""

from collections.abc import Iterable, Sequence
from datetime import tzinfo
from typing import Any

from domain.circles import Circles
from domain.contacts.events import ContactRecorded
from domain.disputes.events import DisputeRaised
from domain.fact_changes import FactCorrected, FactRetracted, VisibilityChanged
from domain.meetings.events import MeetingHeld, StatementRecorded
from domain.plans.events import PlanAdopted
from domain.pledges.events import ShiftExplained, SupportShifted
from domain.reports.events import ReportFiled
from domain.requests.events import RequestAmended, RequestSubmitted
from domain.words import Visibility
from projections import shifts
from projections.audience import Audience
from projections.disputes import disputes_of
from projections.letter import paragraph
from projections.sentences import sentence
from projections.thing import Entry, Thing

TELLING = (RequestSubmitted, RequestAmended, ReportFiled, PlanAdopted, ContactRecorded, MeetingHeld, StatementRecorded)
"""Facts by which a donor is told of a State's need."""


def explanations(
    things: Sequence[Thing], donor: str, state: str, audience: Audience, zone: tzinfo
) -> list[dict[str, Any]]:
    """Each decision of the donor about the State, oldest first; `things` are those that concern either."""
    seen = [thing for each in things if (thing := each.seen_by(audience))]
    decisions = [
        _explained(entry, thing, seen, audience, zone)
        for thing in seen
        for entry in thing.counting
        if isinstance(entry.fact, SupportShifted) and entry.fact.donor == donor and entry.fact.state == state
    ]
    return sorted(decisions, key=lambda decision: (decision["occurred_on"], decision["position"]))


def opened_by_redirects(things: Sequence[Thing]) -> list[str]:
    """The pledges that redirects among these opened in other States: they followed from those decisions."""
    facts = (entry.fact for thing in things for entry in thing.entries)
    return [fact.opened_pledge_id for fact in facts if isinstance(fact, SupportShifted) and fact.opened_pledge_id]


def _explained(entry: Entry, thing: Thing, seen: Sequence[Thing], audience: Audience, zone: tzinfo) -> dict[str, Any]:
    shift = entry.fact
    assert isinstance(shift, SupportShifted)
    shown = shifts.document(entry, shift, thing, audience)
    day = shift.occurred_on
    told = [
        _item(each, other, day, zone)
        for other in seen
        for each in other.counting
        if isinstance(each.fact, TELLING) and _told(each, other, shift.donor, shift.state, day)
    ]
    since = [
        _item(each, other, day, zone)
        for other in seen
        for each in other.counting
        if each.recorded.fact.event_id != entry.recorded.fact.event_id and _followed(each, other, shift)
    ]
    told_of = {
        name: shown[name]
        for name in (
            "shift_id", "event_id", "decision", "direction", "money", "to_state", "pledge_id", "occurred_on",
            "recorded_at", "recorded_by",
            "donor", "state", "visibility", "reported_by", "source", "reason", "reason_text", "reason_source",
            "unexplained", "explained_on", "days_to_explanation", "accounts", "asked",
        )
    } | {
        "id": shift.shift_id,
        "position": entry.recorded.position,
        "disputes": disputes_of(thing, shift.shift_id, shift.event_id, thing.id),
        "told_by_then": _in_order(told),
        "since": _in_order(since),
    }  # fmt: skip
    return told_of | {"paragraph": paragraph(told_of)}


def _told(entry: Entry, thing: Thing, donor: str, state: str, day: str) -> bool:
    """Whether the donor had been told: it had happened by then, and had been open to it for a day or said to it."""
    if entry.fact.occurred_on > day:
        return False
    if isinstance(entry.fact, MeetingHeld | StatementRecorded):
        return _met(thing, donor, state) and getattr(entry.fact, "speaker", state) == state
    if thing.opening.own_fields().get("state") != state:
        return False
    if isinstance(entry.fact, ContactRecorded):
        return entry.fact.donor == donor
    facts = [each.recorded.fact for each in thing.entries]
    changes = {fact.occurred_on for fact in facts if isinstance(fact, VisibilityChanged) and fact.occurred_on <= day}
    moments = {entry.fact.occurred_on, *(change for change in changes if change > entry.fact.occurred_on)}
    return any(Circles(facts, moment).of(entry.recorded.fact) is not Visibility.COORDINATORS for moment in moments)


def _met(meeting: Thing, donor: str, state: str) -> bool:
    """Whether both were at a meeting."""
    held = [fact.attended or () for fact in meeting.facts if isinstance(fact, MeetingHeld)]
    return bool(held) and donor in held[-1] and state in held[-1]


def _followed(entry: Entry, thing: Thing, shift: SupportShifted) -> bool:
    """What came after a decision: the State's further words, and whatever passed between the two.

    A correction or retraction is no happening: it acts through what it mends.
    """
    if isinstance(entry.fact, FactCorrected | FactRetracted):
        return False
    opening = thing.opening.own_fields()
    concerns = opening.get("state") == shift.state and opening.get("donor") in {None, shift.donor}
    about_it = (isinstance(entry.fact, ShiftExplained) and entry.fact.shift_id == shift.shift_id) or (
        isinstance(entry.fact, DisputeRaised) and entry.fact.about in {shift.shift_id, shift.event_id}
    )
    fed = opening.get("opened_by_shift") == shift.shift_id and opening.get("redirected_from") is not None
    after = entry.fact.occurred_on > shift.occurred_on
    return about_it or fed or (concerns and after)


def _item(entry: Entry, thing: Thing, day: str, zone: tzinfo) -> dict[str, Any]:
    recorded = entry.fact.timestamp.astimezone(zone).date().isoformat()
    return {
        "event_id": entry.fact.event_id,
        "kind": entry.fact.TOPIC,
        "occurred_on": entry.fact.occurred_on,
        "recorded_at": entry.fact.timestamp.isoformat(),
        "summary": sentence(entry.fact, thing.opening),
        "source": entry.fact.source,
        "recorded_later": recorded > day,
        "position": entry.recorded.position,
    }


def _in_order(items: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(items, key=lambda item: (item["occurred_on"], item["position"]))
