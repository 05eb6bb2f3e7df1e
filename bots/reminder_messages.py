"""A reminder with its buttons, as valid Block Kit."""

from collections.abc import Sequence
from typing import Any

from bots.blocks import context, section
from bots.reminder_words import link, text
from bots.reminders import Reminder

ACKNOWLEDGE, SNOOZE = "reminder_acknowledge", "reminder_snooze"
NOTED = 5
"""Of so many presses the message tells."""
SNOOZES = {"1d": "1 day", "1w": "1 week", "1m": "1 month"}


def blocks(message: str, reminders: Sequence[Reminder], *, maybe_repeat: bool, base_url: str) -> list[dict[str, Any]]:
    """The message with its link and its buttons; `message` names it when one is pressed."""
    said = f"{text(reminders, maybe_repeat=maybe_repeat)}\n{link(reminders, base_url)}"
    return [
        section(said),
        {"type": "actions", "block_id": f"reminder:{message}", "elements": [_acknowledge(message), _snooze()]},
    ]


def handled(what: str, before: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The message after a button was pressed: the same words and buttons, what was done lately, and what now."""
    buttons = [block for block in before if block["type"] == "actions"]
    noted = [block for block in before if block["type"] == "context" and block["elements"][0].get("text") != what]
    return [before[0], *buttons, *noted[1 - NOTED :], context(what)]


def _acknowledge(message: str) -> dict[str, Any]:
    label = {"type": "plain_text", "text": "Acknowledge"}
    return {"type": "button", "action_id": ACKNOWLEDGE, "text": label, "value": message}


def _snooze() -> dict[str, Any]:
    options = [{"text": {"type": "plain_text", "text": words}, "value": span} for span, words in SNOOZES.items()]
    placeholder = {"type": "plain_text", "text": "Snooze"}
    return {"type": "static_select", "action_id": SNOOZE, "placeholder": placeholder, "options": options}
