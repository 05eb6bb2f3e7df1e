"""How a reminder reads, with its buttons; valid Block Kit, and what people wrote pings nobody."""

from collections.abc import Sequence
from typing import Any

from bots.mrkdwn import escaped, fitted
from bots.reminders import Document, Reminder
from bots.told import NO_DATE
from domain.names import party_name

ACKNOWLEDGE, SNOOZE = "reminder_acknowledge", "reminder_snooze"
SNOOZES = {"1d": "1 day", "1w": "1 week", "1m": "1 month"}
LISTED = 25
BASIS = 1000
"""Letters of what somebody wrote; the page has the whole."""
KINDS = {
    "stockpile": "stockpile destruction (Article 3)",
    "clearance": "clearance (Article 4)",
    "initial_report": "initial Article 7 report",
    "annual_report": "annual Article 7 report",
    "extension_lodging": "last day to lodge an extension request",
    "outcome": "outcome of a meeting",
}


def text(reminders: Sequence[Reminder], *, maybe_repeat: bool) -> str:
    """The message in plain words; notifications show it."""
    first = reminders[0]
    lines = [f"{_when(first)} {_what(first.deadline)}" if len(reminders) == 1 else _heading(reminders)]
    if len(reminders) > 1:
        lines += [f"• {_listed(each.deadline, reminders)}" for each in reminders[:LISTED]]
        if len(reminders) > LISTED:
            lines.append(f"… and {len(reminders) - LISTED} more")
    if maybe_repeat:
        lines.append("(may be a repeat)")
    return "\n".join(lines)


def blocks(message: str, reminders: Sequence[Reminder], *, maybe_repeat: bool, base_url: str) -> list[dict[str, Any]]:
    """The message with its link and its buttons; `message` names it when one is pressed."""
    said = f"{text(reminders, maybe_repeat=maybe_repeat)}\n{_link(reminders, base_url)}"
    return [
        {"type": "section", "text": {"type": "mrkdwn", "text": said}},
        {"type": "actions", "block_id": f"reminder:{message}", "elements": [_acknowledge(message), _snooze()]},
    ]


def handled(what: str, before: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The message after a button was pressed: the same words and buttons, and what was done."""
    buttons = [block for block in before if block["type"] == "actions"]
    return [before[0], *buttons, {"type": "context", "elements": [{"type": "mrkdwn", "text": what}]}]


def named(reminder: Reminder) -> str:
    """What it is about, in a few words without any of Slack's signs."""
    due = reminder.deadline["due_on"] or "no date any more"
    return f"{_whose(reminder.deadline)}, {_kind(reminder.deadline)}, {due}"


def _when(reminder: Reminder) -> str:
    due, before = reminder.deadline["due_on"], reminder.changed_from
    if before and not due:
        return f"*The date has changed*: it was {before}, and is not known now:"
    if before == NO_DATE:
        return f"*The date is known again*: {due}:"
    if before:
        return f"*The date has changed* from {before} to {due}:"
    if reminder.words.startswith("overdue"):
        return f"*{reminder.words.capitalize()}* (it was due on {due}):"
    return f"*Due today*, {due}:" if reminder.words == "today" else f"*Due in {_left(reminder)}*, on {due}:"


def _left(reminder: Reminder) -> str:
    days = reminder.deadline["days_left"]
    return reminder.words if days is None else f"{days} day{'' if days == 1 else 's'}"


def _what(deadline: Document) -> str:
    basis = f" ({fitted(deadline['basis'], BASIS)})" if deadline["basis"] else ""
    return f"{escaped(_whose(deadline))}, {_kind(deadline)}{basis}"


def _kind(deadline: Document) -> str:
    kind = str(deadline["kind"])
    return KINDS.get(kind, kind.replace("_", " "))


def _whose(deadline: Document) -> str:
    return party_name(deadline["state"]) if deadline["state"] else "No owner"


def _heading(reminders: Sequence[Reminder]) -> str:
    kinds = {_kind(each.deadline) for each in reminders}
    what = kinds.pop() if len(kinds) == 1 else "deadlines"
    return f"{_when(reminders[0])} {what}, {len(reminders)} outstanding"


def _listed(deadline: Document, among: Sequence[Reminder]) -> str:
    alike = {each.deadline["kind"] for each in among} == {deadline["kind"]}
    return escaped(_whose(deadline)) if alike else f"{escaped(_whose(deadline))}, {_kind(deadline)}"


def _link(reminders: Sequence[Reminder], base_url: str) -> str:
    about = "outcomes" if all(each.deadline["kind"] == "outcome" for each in reminders) else "deadlines"
    state = reminders[0].deadline["state"] if len(reminders) == 1 and about == "deadlines" else None
    return f"<{base_url}/{about}{f'?state={state}' if state else ''}|Open the {about}>"


def _acknowledge(message: str) -> dict[str, Any]:
    label = {"type": "plain_text", "text": "Acknowledge"}
    return {"type": "button", "action_id": ACKNOWLEDGE, "text": label, "value": message}


def _snooze() -> dict[str, Any]:
    options = [{"text": {"type": "plain_text", "text": words}, "value": span} for span, words in SNOOZES.items()]
    placeholder = {"type": "plain_text", "text": "Snooze"}
    return {"type": "static_select", "action_id": SNOOZE, "placeholder": placeholder, "options": options}
