"""A decision as a paragraph that a diplomat can paste into a letter: what happened, when, and in whose words."""

from collections import Counter
from typing import Any

from domain.names import party_name, state_name
from domain.words import ReasonSource
from projections.support_sentences import REASONS
from projections.wording import listed

_TOLD = {
    "request.submitted": ("a request", "requests"),
    "request.amended": ("an amended request", "amended requests"),
    "report.filed": ("an Article 7 report", "Article 7 reports"),
    "plan.adopted": ("a plan", "plans"),
    "contact.recorded": ("a contact", "contacts"),
    "meeting.held": ("a meeting that both attended", "meetings that both attended"),
    "statement.recorded": ("a statement at such a meeting", "statements at such meetings"),
}


def paragraph(decision: dict[str, Any]) -> str:
    """Without what the Coordinators infer: a letter quotes only what somebody said."""
    sentences = [
        f"On {decision['occurred_on']} {_without_stop(decision['decision'])}.",
        _told(decision),
        *_reasons(decision),
        *_disputed(decision),
    ]
    return " ".join(sentences)


def _told(decision: dict[str, Any]) -> str:
    donor = party_name(decision["donor"])
    told = decision["told_by_then"]
    if not told:
        return f"Nothing is on record by which {donor} had been told of the needs of {state_name(decision['state'])}."
    counts = Counter(item["kind"] for item in told)
    words = [
        one if counts[kind] == 1 else f"{counts[kind]} {many}" for kind, (one, many) in _TOLD.items() if counts[kind]
    ]
    later = sum(1 for item in told if item["recorded_later"])
    learnt = f" ({later} of these came to the record only later)" if later else ""
    return f"By then it had been told through {listed(words)}, the latest on {told[-1]['occurred_on']}{learnt}."


def _reasons(decision: dict[str, Any]) -> list[str]:
    """Each account in whose words it is; where the donor has not spoken, that is said."""
    accounts = sorted(decision["accounts"], key=lambda each: (each["occurred_on"], each["recorded_at"]))
    donors = [each for each in accounts if each["reason_source"] == ReasonSource.DONOR_STATED]
    recipients = [each for each in accounts if each["reason_source"] == ReasonSource.RECIPIENT_ACCOUNT]
    donor, state = party_name(decision["donor"]), state_name(decision["state"])
    said = [f"{donor} stated its reason{_when(each, decision)}: {_why(each)}." for each in donors]
    if not donors and decision["direction"] != "increase":
        asked = [each["occurred_on"] for each in decision["asked"]]
        since = f", although it was asked on {listed(asked)}" if asked else ""
        said.append(f"{donor} has not stated a reason{since}.")
    said += [f"{state} gave this account{_when(each, decision)}: {_why(each)}." for each in recipients]
    return said


def _when(account: dict[str, Any], decision: dict[str, Any]) -> str:
    return "" if account["occurred_on"] == decision["occurred_on"] else f" on {account['occurred_on']}"


def _why(account: dict[str, Any]) -> str:
    reason = REASONS[account["reason"]]
    return f"{reason} (“{_without_stop(account['reason_text'])}”)" if account["reason_text"] else reason


def _disputed(decision: dict[str, Any]) -> list[str]:
    return [
        f"{party_name(each['reported_by']) if each['reported_by'] else 'A party'} disputes this: "
        f"{_without_stop(each['statement'])}."
        for each in decision["disputes"]
    ]


def _without_stop(text: str) -> str:
    return text.rstrip().removesuffix(".")
