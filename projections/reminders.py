"""Reminders that were sent, and whether they were seen or put off."""

from collections.abc import Iterator
from typing import Any

from domain.reminders.events import ReminderAcknowledged, ReminderSent, ReminderSnoozed
from projections.audience import Audience
from projections.described import described
from projections.documents import document_rows
from projections.schema import flag, number, ready_json, text, view
from projections.thing import Thing

VERSION = 2

table = view(
    "reminders",
    text("thing", key=True),
    text("audience", key=True),
    number("position"),
    text("deadline_id"),
    text("channel"),
    text("message_ts"),
    flag("retracted"),
    ready_json("document"),
    indexes=(("deadline_id",), ("message_ts",)),
)


def rows(thing: Thing, audiences: tuple[Audience, ...]) -> Iterator[dict[str, Any]]:
    """One row for each reminder and audience."""
    columns = ("deadline_id", "channel", "message_ts", "retracted")
    return document_rows(thing, audiences, (ReminderSent,), document, columns)


def document(thing: Thing, audience: Audience) -> dict[str, Any]:
    """A reminder and what was done with it."""
    seen = [fact for fact in thing.facts if isinstance(fact, ReminderAcknowledged)]
    snoozed = [fact for fact in thing.facts if isinstance(fact, ReminderSnoozed)]
    return {
        "id": thing.id,
        "reminder_id": thing.id,
        **thing.opening.own_fields(),
        **described(thing, audience),
        "acknowledged": bool(seen),
        "acknowledged_at": seen[-1].timestamp.isoformat() if seen else None,
        "snoozed_until": snoozed[-1].until if snoozed else None,
        "snoozed_at": snoozed[-1].timestamp.isoformat() if snoozed else None,
    }
