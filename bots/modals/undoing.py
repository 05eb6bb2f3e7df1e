"""*Undo* on a receipt: what was just recorded is retracted, by whoever recorded it, once."""

from collections.abc import Mapping
from typing import Any

from bots import messages
from bots.desk import Desk, StillRecording
from bots.modals.receipt import after_undo, recorded_by
from bots.pressing import person_of
from domain.corrections.commands import Correct
from domain.errors import DomainError, NotAllowed, RecordUnavailable

WHY = "undone in Slack"
UNDONE = "Undone: it is on record as retracted, and counts no more."
NOT_YOURS = "Only whoever recorded this can undo it here."


def undone(desk: Desk, body: Mapping[str, Any]) -> dict[str, Any]:
    """The receipt as it stands then. Pressed again, or delivered again, it is the same retraction."""
    try:
        _undo(desk, body)
    except DomainError as refusal:
        refused = str(refusal)
    except StillRecording:
        refused = messages.STILL_UNDOING
    except RecordUnavailable:
        refused = messages.NOT_WRITABLE
    else:
        return after_undo(body["view"], UNDONE, undone=True)
    return after_undo(body["view"], refused, undone=False)


def _undo(desk: Desk, body: Mapping[str, Any]) -> None:
    event_id = str(body["actions"][0]["value"])
    actor = desk.who(*person_of(body))
    if recorded_by(body["view"]) != actor.id:
        raise NotAllowed(NOT_YOURS)
    retraction = {"event_id": event_id, "retract": True, "why": WHY}
    desk.record(actor, Correct.NAME, retraction, f"undo:{event_id}")
