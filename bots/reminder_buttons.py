"""What happens when somebody acknowledges or snoozes a reminder."""

from collections.abc import Mapping
from typing import Any

from bots import reminder_messages
from bots.desk import Desk, StillRecording
from bots.mrkdwn import escaped
from bots.pressing import channel_of, key_of, message_of, person_of
from domain.actor import Actor
from domain.errors import NotAllowed, RecordUnavailable
from domain.treaty_clock import after
from projections.audience import STATES_PARTIES

NOT_YOURS = "This is for the Coordinators, and for the State or donor itself."


def acknowledge(desk: Desk, body: Mapping[str, Any]) -> str:
    """This step stays silent; returns what is said under the message."""
    return _for_each(desk, body, "acknowledge-reminder", {}, "Acknowledged")


def snooze(desk: Desk, body: Mapping[str, Any]) -> str:
    """What the message is about stays silent until a day, counted from the day it was told if that is later."""
    since = max([desk.today(), *(each["told_on"] for each in _of_message(desk, body))])
    until = after(since, body["actions"][0]["selected_option"]["value"])
    return _for_each(desk, body, "snooze-reminder", {"until": until}, f"Snoozed until {until}")


def _for_each(desk: Desk, body: Mapping[str, Any], command: str, fields: dict[str, str], done: str) -> str:
    """Every reminder of the message that is this person's to handle; a message delivered again changes nothing."""
    team, user = person_of(body)
    try:
        actor: Actor = desk.who(team, user)
        about = [each["id"] for each in _of_message(desk, body)]
        pressed = f"{command}:{key_of(body)}"
        bodies = {f"{pressed}:{each}": {"reminder_id": each} | fields for each in about}
        refusals = desk.record_each(actor, command, bodies)
    except (RecordUnavailable, StillRecording):
        return "The record cannot be written just now: not all was recorded. Try again in a minute."
    if None in refusals:
        return f"{done} by <@{user}>."
    own = [str(each) for each in refusals if not isinstance(each, NotAllowed)]
    return escaped(own[0] if own else NOT_YOURS)


def _of_message(desk: Desk, body: Mapping[str, Any]) -> list[dict[str, Any]]:
    """In a person's own conversation the message was sent to the person, and stands in a channel of another name."""
    channel = channel_of(body)
    return [
        each
        for each in desk.queries.reminders(STATES_PARTIES, message_of(body))
        if channel in {each["channel"], each["posted_in"]}
    ]


def updated(body: Mapping[str, Any], what: str) -> dict[str, Any]:
    """The message as it stands then: the same words, what was done, and the buttons until something was."""
    said = body["message"]["text"]
    return {"text": said, "blocks": reminder_messages.handled(what, body["message"]["blocks"])}
