"""How a reminder reads: when, what and whose, and the page where it stands; what people wrote pings nobody."""

from collections.abc import Sequence

from bots.mrkdwn import fitted, linked
from bots.questions.deadlines import KINDS
from bots.reminders import Document, Reminder
from bots.told import NO_DATE
from bots.wording import counted, listed, one_line
from domain.names import party_name

LISTED = 25
LINE, NAME, BASIS = 95, 300, 1000
"""Letters of a line among others, of who it is about, and of what somebody wrote; the page has the whole."""
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
    kinds = {each.deadline["kind"] for each in reminders}
    first = reminders[0].deadline
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
        shown = [f"• {fitted(_listed(each.deadline, reminders), LINE)}" for each in reminders[:LISTED]]
        more = len(reminders) - LISTED
        return [_heading(reminders), *shown, *([f"… and {more:,} more"] if more > 0 else [])]
    said = fitted(one_line(first["basis"] or ""), BASIS)
    if first["kind"] == "explanation":
        donor = fitted(party_name(first["donor"]), NAME)
        return [f"{_when(reminders[0])} {said} Only the word of {donor} itself ends this."]
    if first["kind"] == "contact":
        return [f"*Whom to brief*: {fitted(_whose(first), NAME)}: {said}."]
    return [f"{_when(reminders[0])} {fitted(_whose(first), NAME)}, {_kind(first)}{f' ({said})' if said else ''}"]


def _heading(reminders: Sequence[Reminder]) -> str:
    kinds = {each.deadline["kind"] for each in reminders}
    if kinds == {"contact"}:
        return f"*Whom to brief*: {len(reminders):,} donors and States that have not been in touch for long"
    if kinds == {"explanation"}:
        return f"{_when(reminders[0])} {len(reminders):,} shifts in support"
    what = _kind(reminders[0].deadline) if len(kinds) == 1 else "deadlines"
    return f"{_when(reminders[0])} {what}, {len(reminders):,} outstanding"


def _when(reminder: Reminder) -> str:
    due, before = reminder.deadline["due_on"], reminder.changed_from
    if reminder.deadline["kind"] == "explanation":
        return f"*Unexplained* since {due}, {counted(-reminder.deadline['days_left'], 'day')}:"
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
        return one_line(deadline["basis"])
    if deadline["kind"] == "contact":
        return f"{_whose(deadline)}: {deadline['basis']}"
    alike = {each.deadline["kind"] for each in among} == {deadline["kind"]}
    return _whose(deadline) if alike else f"{_whose(deadline)}, {_kind(deadline)}"
