"""What happens when somebody acknowledges or snoozes a reminder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bots import reminder_messages
from bots.desk import Desk, StillRecording
from bots.mrkdwn import escaped
from bots.pressing import channel_of, key_of, message_of, person_of
from bots.wording import listed
from domain.actor import Actor
from domain.errors import DomainError, NotAllowed, RecordUnavailable
from domain.names import party_name
from domain.treaty_clock import after
from projections.audience import STATES_PARTIES

NOT_YOURS = "This is for the Coordinators, and for the State or donor itself."
NAMED = 3
"""States and donors, of a message that speaks of more."""


@dataclass(frozen=True)
class Done:
    """What is said of a press; `recorded`: to all who see the message, else to whoever pressed alone."""

    words: str
    recorded: bool = False


def acknowledge(desk: Desk, body: Mapping[str, Any]) -> Done:
    """This step stays silent."""
    return _for_each(desk, body, "acknowledge-reminder", {}, "Acknowledged")


def snooze(desk: Desk, body: Mapping[str, Any]) -> Done:
    """What the message is about stays silent until a day, counted from the day it was told if that is later."""
    since = max([desk.today(), *(each["told_on"] for each in _of_message(desk, body))])
    until = after(since, body["actions"][0]["selected_option"]["value"])
    return _for_each(desk, body, "snooze-reminder", {"until": until}, f"Snoozed until {until}")


def _for_each(desk: Desk, body: Mapping[str, Any], command: str, fields: dict[str, str], done: str) -> Done:
    """Every reminder of the message that is this person's to handle; a message delivered again changes nothing."""
    team, user = person_of(body)
    try:
        actor: Actor = desk.who(team, user)
        about = _of_message(desk, body)
        pressed = f"{command}:{key_of(body)}"
        bodies = {f"{pressed}:{each['id']}": {"reminder_id": each["id"]} | fields for each in about}
        refusals = desk.record_each(actor, command, bodies)
    except (RecordUnavailable, StillRecording):
        return Done("The record cannot be written just now: not all was recorded. Try again in a minute.")
    if None in refusals:
        return Done(f"{done}{_of_whom(about, refusals)} by <@{user}>.", recorded=True)
    own = [str(each) for each in refusals if not isinstance(each, NotAllowed)]
    return Done(escaped(own[0] if own else NOT_YOURS))


def _of_whom(about: Sequence[Mapping[str, Any]], refusals: Sequence[DomainError | None]) -> str:
    """Where the message speaks of others too, who were not this person's to answer for."""
    if not any(isinstance(each, NotAllowed) for each in refusals):
        return ""
    taken = [each for each, refusal in zip(about, refusals, strict=True) if refusal is None]
    parties = sorted({escaped(party_name(each["state"] or each["donor"])) for each in taken})
    return f" for {listed(parties if len(parties) <= NAMED else [f'{len(taken)} of {len(about)}'])}"


def _of_message(desk: Desk, body: Mapping[str, Any]) -> list[dict[str, Any]]:
    """In a person's own conversation the message was sent to the person, and stands in a channel of another name."""
    channel = channel_of(body)
    return [
        each
        for each in desk.queries.reminders(STATES_PARTIES, message_of(body))
        if channel in {each["channel"], each["posted_in"]}
    ]


def updated(body: Mapping[str, Any], what: str) -> dict[str, Any]:
    """The message as it stands then: the same words, what was done, and the buttons."""
    message = body["message"]
    return {"text": message.get("text") or what, "blocks": reminder_messages.handled(what, message["blocks"])}
