"""One plain sentence for each fact about reminders: which date, and whose."""

from domain.fact import Fact
from domain.names import party_name
from domain.reminders.events import ReminderAcknowledged, ReminderSent, ReminderSnoozed
from projections.wording import listed

_WHAT = {
    "term": "treaty date",
    "lodging": "last day to lodge an extension request",
    "initial": "initial Article 7 report",
    "annual": "annual Article 7 report",
    "plan": "end of a plan",
    "coalition": "end of a Country Coalition",
    "tranche": "tranche",
    "outcome": "outcome of a meeting",
    "explanation": "explanation of a shift",
    "contact": "contact",
}
"""By the part of a deadline's id that follows what it belongs to."""


def reminder_sentence(fact: Fact, opening: Fact) -> str | None:
    """What was sent, seen or put off; None for other facts."""
    if not isinstance(opening, ReminderSent):
        return None
    match fact:
        case ReminderSent():
            return f"A reminder was sent: {_about(opening)}."
        case ReminderAcknowledged():
            return f"A reminder was acknowledged: {_about(opening)}."
        case ReminderSnoozed():
            return f"A reminder was put off until {fact.until}: {_about(opening)}."
    return None


def _about(sent: ReminderSent) -> str:
    whose = [party_name(each) for each in (sent.donor, sent.state) if each]
    what = [_WHAT[part] for part in sent.deadline_id.split(":") if part in _WHAT]
    since = "since " if _waits(what) else ""
    return ", ".join([*([listed(whose)] if whose else []), *what, f"{since}{sent.due_on}"])


def _waits(what: list[str]) -> bool:
    return bool({_WHAT["explanation"], _WHAT["contact"]}.intersection(what))
