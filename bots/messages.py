"""What people in Slack are told."""

from collections.abc import Sequence
from typing import Any

from bots.answer import Answer
from bots.blocks import context, section
from bots.desk import Message
from bots.mrkdwn import fitted, linked
from bots.ways_out import INVITE, named

NOT_WRITABLE = "The record cannot be written just now: nothing was recorded. Try again in a minute."
NOT_READABLE = "The record cannot be read just now. Try again in a minute."
NO_SUCH_COMMAND = "I answer to `{0}` alone: `{0} help` shows what can be asked."
STILL_LOOKING = "This takes a little longer: the answer comes here by itself."
NOT_SHARED = "This could not be shared just now. Press again in a minute."
STILL_RECORDING = (
    "The record is busy, so it is not certain yet that this was recorded. Press Record again in a minute: "
    "it is never recorded twice."
)
RECORDED = "This is recorded; its page will show it in a moment."
FORM_USED = "This form has recorded something already, with other words. Close it and open a new one."
FORM_NOT_OPENED = "Slack did not open the form. Please try once more."
STILL_UNDOING = "The record is busy, so it is not certain yet that this was undone. Press Undo again in a minute."
MAYBE_REPEAT = "(may be a repeat)"
_NOTICE = 3_000


def said(answer: Answer) -> Message:
    """An answer as a message."""
    return Message(fitted(answer.head, _NOTICE), answer.blocks)


def told(words: str) -> Message:
    """A sentence of our own as a message."""
    return Message(fitted(words, _NOTICE), [section(fitted(words, _NOTICE))])


def announced(facts: Sequence[tuple[str, str]]) -> Message:
    """What was just recorded, for a channel: each fact's sentence and page."""
    blocks = [
        block
        for sentence, page in facts
        for block in (section(fitted(sentence, 2_900)), context(linked("See it on its page", page)))
    ]
    return Message(fitted("\n".join(sentence for sentence, _ in facts), _NOTICE), blocks)


def repeated(message: Message) -> Message:
    """A message of which nobody knows whether it arrived before."""
    blocks = [*message.blocks, context(MAYBE_REPEAT)] if message.blocks else []
    return Message(f"{message.text} {MAYBE_REPEAT}", blocks)


def not_posted(channel: str, error: str) -> Message:
    """To the person who waits for it, in the own conversation."""
    words = INVITE if error in {"not_in_channel", "channel_not_found"} else f"Slack refuses it ({named(error)})."
    return _of_ours(f"I could not post {_where(channel)} what you asked for. {words} `/ica` answers you anywhere.")


def alert(channel: str | None, error: str) -> Message:
    """To the Coordinators: what is not told, where, and what to do."""
    where = f" {_where(channel)}" if channel else ""
    return _of_ours(f"What the record has to tell{where} does not arrive. Slack says {named(error)}.")


def _where(channel: str) -> str:
    """A person is named without being called."""
    return f"in <#{channel}>" if channel.startswith(("C", "G")) else f"in the conversation {channel}"


def _of_ours(words: str) -> Message:
    """Words of our own, with Slack's links in them."""
    return Message(words, [section(words)])


def ephemeral(message: Message) -> dict[str, Any]:
    """A message in the answer to a command, for the person alone."""
    return {"response_type": "ephemeral", "text": message.text, "blocks": message.blocks}


def not_yours(what: str, refusal: str, person: str) -> Message:
    """Someone may not record this; the way out is an administrator and this person's id."""
    return told(f"You may not record {what}: {refusal} {way_in(person)}")


def way_in(person: str) -> str:
    """How somebody comes to a role."""
    return f"An administrator can give you a role here, as {person}."
