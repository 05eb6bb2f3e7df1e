"""Shifts in support, and the queue of those the donor has not explained."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import orjson

from domain.pledges.events import ExplanationAsked, PledgeMade, ShiftExplained, SupportShifted
from domain.words import Direction, ReasonSource
from projections.audience import Audience
from projections.disputes import disputes_of
from projections.schema import flag, number, ready_json, text, view
from projections.support_sentences import decision
from projections.thing import Entry, Thing, recorder_for

VERSION = 3

table = view(
    "shifts",
    text("shift_id", key=True),
    text("audience", key=True),
    text("thing"),
    number("position"),
    text("donor"),
    text("state"),
    text("occurred_on"),
    flag("unexplained"),
    ready_json("document"),
    indexes=(("audience", "position", "state", "donor", "occurred_on", "unexplained"),),
)

BEST_WORD_FIRST = tuple(ReasonSource)


def rows(thing: Thing, audiences: tuple[Audience, ...]) -> Iterator[dict[str, Any]]:
    """One row for each shift that stands and each audience that may see it."""
    if not isinstance(thing.opening, PledgeMade):
        return
    for audience in audiences:
        seen = thing.seen_by(audience)
        for entry in seen.counting if seen else ():
            if seen and isinstance(entry.fact, SupportShifted):
                shown = document(entry, entry.fact, seen, audience)
                yield {
                    "shift_id": entry.fact.shift_id,
                    "audience": audience.rows_as,
                    "thing": thing.id,
                    "position": entry.recorded.position,
                    **{name: shown[name] for name in ("donor", "state", "occurred_on", "unexplained")},
                    "document": orjson.dumps(shown),
                }


def document(entry: Entry, shift: SupportShifted, thing: Thing, audience: Audience) -> dict[str, Any]:
    """A shift with its best reason (whose words it is stands beside it) and every account given."""
    accounts = list(_accounts(entry, shift, thing, audience))
    best = min(accounts, key=lambda account: BEST_WORD_FIRST.index(account["reason_source"]), default={})
    donors_word = best.get("reason_source") == ReasonSource.DONOR_STATED
    explained_on = best["occurred_on"] if donors_word else None
    return {
        "id": shift.shift_id,
        **shift.own_fields(),
        "decision": decision(shift),
        "pledge_id": thing.id,
        "event_id": shift.event_id,
        **{name: best.get(name) for name in ("reason", "reason_text", "reason_source")},
        "unexplained": shift.direction != Direction.INCREASE and not donors_word,
        "explained_on": explained_on,
        "days_to_explanation": days_between(shift.occurred_on, explained_on) if explained_on else None,
        "accounts": accounts,
        "asked": [
            {"asked_of": fact.asked_of, "occurred_on": fact.occurred_on, "event_id": fact.event_id}
            for fact in thing.facts
            if isinstance(fact, ExplanationAsked) and fact.shift_id == shift.shift_id
        ],
        "disputes": disputes_of(thing, shift.shift_id, shift.event_id, thing.id),
        "occurred_on": shift.occurred_on,
        "recorded_at": shift.timestamp.isoformat(),
        "recorded_by": recorder_for(shift, audience),
        "reported_by": shift.reported_by,
        "source": shift.source,
        "visibility": entry.standing.visibility.value,
        "note": shift.note,
        "no_limit_known": thing.opening.own_fields().get("money") is None,
        "version": thing.version,
    }


def _accounts(entry: Entry, shift: SupportShifted, thing: Thing, audience: Audience) -> Iterator[dict[str, Any]]:
    explained = [
        each
        for each in thing.counting
        if isinstance(each.fact, ShiftExplained) and each.fact.shift_id == shift.shift_id
    ]
    for each in [entry, *explained] if shift.reason else explained:
        fact = each.fact
        assert isinstance(fact, SupportShifted | ShiftExplained)
        yield {
            "reason": fact.reason,
            "reason_text": fact.reason_text,
            "reason_source": fact.reason_source,
            "occurred_on": fact.occurred_on,
            "recorded_at": fact.timestamp.isoformat(),
            "recorded_by": recorder_for(fact, audience),
            "reported_by": fact.reported_by,
            "source": fact.source,
            "event_id": fact.event_id,
            "visibility": each.standing.visibility.value,
        }


def days_between(start: str, end: str) -> int:
    """Whole days from one date to another."""
    return (date.fromisoformat(end) - date.fromisoformat(start)).days
