"""`deadlines LAO within 12 months`: what is due, when, and on which basis."""

from dataclasses import replace
from typing import Any

from bots.answer import Answer
from bots.blocks import Part
from bots.questions.asker import Asker
from bots.questions.filters import Filters
from bots.questions.pages import page
from bots.questions.read_as import notes, read_as
from bots.questions.refusals import NotUnderstood
from bots.questions.spelled_out import spelled_out
from bots.wording import counted, one_line
from domain.names import party_name
from domain.treaty_clock import after
from projections.filters import DeadlineFilter

VERB = "deadlines"
ABOUT = "What is due and when, computed or entered; without `within` also what is `overdue`, which may be asked alone."
USAGE = (
    "deadlines",
    "deadlines LAO",
    "deadlines article 4 within 12 months",
    "deadlines overdue",
    "deadlines BIH as of 2020-01-31",
)
KINDS = {
    "stockpile": "stockpile destruction (Article 3)",
    "clearance": "clearance (Article 4)",
    "victim_assistance": "victim assistance (Article 5)",
    "national_measures": "national measures (Article 9)",
    "initial_report": "initial Article 7 report",
    "annual_report": "annual Article 7 report",
    "extension_lodging": "last day to lodge an extension request",
    "plan": "end of a plan",
    "tranche": "tranche of a pledge",
    "coalition": "end of a coalition",
    "outcome": "outcome of a meeting",
}
_WITHOUT_DATE = {"unknown": "date not known", "no_fixed_date": "no fixed date", "met": "met", "ended": "ended"}


def answer(asked: Filters, asker: Asker) -> Answer:
    """The deadlines, soonest first; what has no date comes last."""
    today = asked.as_of or asker.today
    until = after(today, asked.within) if asked.within else asked.until
    overdue = "overdue" in asked.flags
    if overdue and asked.within:
        raise NotUnderstood(f"What is overdue was due before {today}: leave out `within {asked.within}`.")
    if until and until < today and not overdue:
        raise _past(asked, today)
    wanted = DeadlineFilter(asked.party, asked.article, since=asked.since, until=until, overdue=overdue or None)
    found, _ = asker.queries.deadlines(asker.viewer, wanted, asked.moment)
    subject = party_name(asked.party) if asked.party else "All States"
    return Answer(
        VERB,
        f"{read_as(subject, replace(asked, until=None))}{f', by {until}' if until else ''}: "
        f"{counted(len(found), 'overdue deadline' if overdue else 'deadline')}.",
        tuple(_part(each) for each in found),
        notes(asked, asker),
        page(asker.base_url, VERB, asked=asked, state=asked.party, within=asked.within),
    )


def _past(asked: Filters, today: str) -> NotUnderstood:
    """A month without its year is mostly the next one."""
    first, last = (each and after(each, "1y") for each in (asked.since, asked.until))
    instead = [spelled_out(VERB, replace(asked, since=first, until=last))] if last and last >= today else []
    return NotUnderstood(f"{asked.until} is past: `deadlines overdue` tells what was not met in time.", instead)


def _part(each: dict[str, Any]) -> Part:
    whose = party_name(each["state"]) if each["state"] else "No owner"
    kind = KINDS.get(each["kind"], each["kind"].replace("_", " "))
    year = f" for {each['year']}" if each.get("year") else ""
    said = f"{_when(each)}  {whose}: {kind}{year}{_left(each)}"
    beside = [
        f"{'computed' if each['computed'] else 'entered'}: {one_line(each['basis'])}",
        f"outlook: {each['outlook'].replace('_', ' ')}" if each["outlook"] else "",
        f"an extension must be asked for by {each['lodging_on']}" if _to_lodge(each) else "",
    ]
    return Part(said, " · ".join(filter(None, beside)))


def _when(each: dict[str, Any]) -> str:
    if each["status"] in {"met", "ended"}:
        return _WITHOUT_DATE[each["status"]].capitalize() + (f" (due {each['due_on']})" if each["due_on"] else "")
    return str(each["due_on"] or _WITHOUT_DATE[each["status"]].capitalize())


def _left(each: dict[str, Any]) -> str:
    days = each["days_left"]
    if days is None or each["status"] != "fixed" or each.get("provisional"):
        return ""
    return f", overdue by {counted(-days, 'day')}" if days < 0 else f", {counted(days, 'day')} left"


def _to_lodge(each: dict[str, Any]) -> bool:
    return each["kind"] in {"stockpile", "clearance"} and bool(each.get("lodging_on")) and each["status"] == "fixed"
