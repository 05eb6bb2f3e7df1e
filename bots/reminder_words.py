"""How a reminder reads: when, what and whose, and the page where it stands; what people wrote pings nobody."""

from collections.abc import Sequence

from bots.mrkdwn import fitted, linked
from bots.questions.deadlines import KINDS
from bots.reminders import Document, Reminder
from bots.told import NO_DATE
from bots.wording import counted, listed, one_line
from domain.names import party_name

LISTED = 30
LINES, LINE, NAME, BASIS = 2_400, 240, 300, 1_000
"""Letters of all lines of a list, of one of them at most, of who it is about, and of what somebody wrote; the page has
the whole."""
WAITING = {"explanation": "explanation of a shift", "contact": "contact"}
PAGES = {
    "outcome": ("outcomes", "outcome", None),
    "plan": ("plans", "plan", "plan_id"),
    "coalition": ("coalitions", "coalition", "coalition_id"),
    "tranche": ("pledges", "pledge", "pledge_id"),
    "explanation": ("shifts", "shift", "shift_id"),
    "contact": ("contacts/due", "list of whom to brief", None),
}
"""The page of each kind, what it is called, and the field that names the page of one."""


def text(reminders: Sequence[Reminder], *, maybe_repeat: bool) -> str:
    """The message in plain words; notifications show it."""
    lines = _lines(reminders)
    if maybe_repeat:
        lines.append("(may be a repeat)")
    return "\n".join(lines)


def link(reminders: Sequence[Reminder], base_url: str) -> str:
    """Where what is told stands: its own page, or that of all."""
    kinds, first = _kinds(reminders), reminders[0].deadline
    address, name, one = PAGES.get(first["kind"], ("", "", None)) if len(kinds) == 1 else ("", "", None)
    if not address:
        of = f"?state={first['state']}" if len(reminders) == 1 and first["state"] else ""
        return linked("Open the deadlines", f"{base_url}/deadlines{of}")
    if one and len(reminders) == 1:
        return linked(f"Open the {name}", f"{base_url}/{address}/{first[one]}")
    waits = "?unexplained=true" if kinds == {"explanation"} else ""
    return linked(f"Open the {name if kinds == {'contact'} else f'{name}s'}", f"{base_url}/{address}{waits}")


def named(reminder: Reminder) -> str:
    """What it is about, in a few words without any of Slack's signs."""
    due = reminder.deadline["due_on"] or "no date any more"
    return f"{_whose(reminder.deadline)}, {_kind(reminder.deadline)}, {due}"


def whose_and_what(deadline: Document) -> str:
    """Of a date among others."""
    return f"{_whose(deadline)}: {_kind(deadline)}"


def _lines(reminders: Sequence[Reminder]) -> list[str]:
    first = reminders[0].deadline
    if len(reminders) > 1:
        return [_heading(reminders), *_list(reminders)]
    said = fitted(one_line(first["basis"] or ""), BASIS)
    if first["kind"] == "explanation":
        donor = fitted(party_name(first["donor"]), NAME)
        return [f"{_when(reminders[0])} {said} Only the word of {donor} itself ends this."]
    if first["kind"] == "contact":
        return [f"*Whom to brief*: {fitted(_whose(first), NAME)}: {said}."]
    return [f"{_when(reminders[0])} {fitted(_whose(first), NAME)}, {_kind(first)}{f' ({said})' if said else ''}"]


def _list(reminders: Sequence[Reminder]) -> list[str]:
    """Each on a line; where these are too many, all States by name, if that is all there is to say of them."""
    kinds, more = _kinds(reminders), len(reminders) - LISTED
    in_order = sorted((each.deadline for each in reminders), key=lambda each: (each["due_on"] or "", _whose(each)))
    names = list(map(_whose, in_order))
    if more > 0 and len(kinds) == 1 and kinds.isdisjoint(WAITING) and len(set(names)) == len(names):
        return [fitted(", ".join(names), LINES)]
    letters = min(LINE, LINES // min(len(reminders), LISTED))
    shown = [f"• {fitted(_listed(each, reminders), letters)}" for each in in_order[:LISTED]]
    return [*shown, *([f"… and {more:,} more"] if more > 0 else [])]


def _heading(reminders: Sequence[Reminder]) -> str:
    kinds = _kinds(reminders)
    if kinds == {"contact"}:
        return f"*Whom to brief*: {len(reminders):,} donors and States that have not been in touch for long"
    if kinds == {"explanation"}:
        when = _when(reminders[0]) if len(_days(reminders)) == 1 else "*Unexplained*:"
        return f"{when} {len(reminders):,} shifts in support"
    what = _kind(reminders[0].deadline) if len(kinds) == 1 else "deadlines"
    return f"{_when(reminders[0])} {what}, {len(reminders):,} outstanding"


def _when(reminder: Reminder) -> str:
    due, before = reminder.deadline["due_on"], reminder.changed_from
    if reminder.deadline["kind"] == "explanation":
        days = -reminder.deadline["days_left"]
        waited = f", {counted(days, 'day')}" if days else ""
        return f"*Unexplained* since {due}{waited}:"
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
    return reminder.words if days is None else counted(days, "day")


def _kind(deadline: Document) -> str:
    kind = str(deadline["kind"])
    return (KINDS | WAITING).get(kind, kind.replace("_", " "))


def _whose(deadline: Document) -> str:
    """Whose move it is, the giver before the State."""
    parties = [deadline["donor"] if deadline.get("donor") else None, deadline["state"]]
    return listed([party_name(each) for each in parties if each] or ["No owner"])


def _listed(deadline: Document, among: Sequence[Reminder]) -> str:
    if deadline["kind"] == "explanation":
        since = f"since {deadline['due_on']}: " if len(_days(among)) > 1 else ""
        return f"{since}{one_line(deadline['basis'])}"
    if deadline["kind"] == "contact":
        return f"{_whose(deadline)}: {deadline['basis']}"
    said = _whose(deadline) if len(_kinds(among)) == 1 else whose_and_what(deadline)
    return f"{said} ({one_line(deadline['basis'])})" if deadline["kind"] in PAGES else said


def _kinds(reminders: Sequence[Reminder]) -> set[str]:
    return {each.deadline["kind"] for each in reminders}


def _days(reminders: Sequence[Reminder]) -> set[str]:
    return {each.deadline["due_on"] for each in reminders}
