"""A State on one page: what a donor or a new colleague needs to know before the meeting."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from domain.action_plans import action_plan_on
from domain.names import party_name
from projections.deadlines import deadlines
from projections.obligation_deadlines import KINDS
from projections.on_record import OnRecord
from projections.totals import totals

Document = dict[str, Any]
_CHALLENGE = ("id", "challenge", "text", "occurred_on", "visibility", "disputes")
_DEADLINE = (
    "id", "kind", "article", "due_on", "status", "computed", "basis", "outlook", "days_left", "lodging_on",
    "visibility",
)  # fmt: skip
_PLAN = (
    "id", "article", "kind", "from_on", "until", "national_investment", "budget", "url", "visibility", "disputes",
)  # fmt: skip
_PLEDGE = (
    "id", "donor", "article", "occurred_on", "pledged", "committed", "paid", "received", "amount_unknown", "ended_on",
    "visibility", "disputes",
)  # fmt: skip
_SHIFT = (
    "id", "donor", "decision", "occurred_on", "unexplained", "reason", "reason_text", "reason_source", "days_waiting",
    "visibility",
)  # fmt: skip


@dataclass(frozen=True)
class Gathered:
    """What of one State the briefing is made from, as one audience may see it."""

    record: OnRecord
    open_requests: Sequence[Document]
    pledges: Sequence[Document]
    shifts: Sequence[Document]
    rates: Sequence[Document]
    challenges: Sequence[Document]
    last_contacts: Sequence[Document]
    contact_points: Sequence[Document]


def briefing(state: str, found: Gathered) -> Document:
    """Situation, obligations with outlook and progress, requests, support and shifts, coalitions, whom to ask."""
    record = found.record
    due = [each for each in deadlines(record) if each["state"] == state]
    return {
        "id": state,
        "state": state,
        "name": party_name(state),
        "as_of": record.today,
        "situation": {
            "membership": record.membership(state),
            "action_plan": plan.name if (plan := action_plan_on(record.today)) else None,
            "challenges": [_only(each, _CHALLENGE) for each in found.challenges],
        },
        "obligations": [
            _only(each, _DEADLINE) | _progress(record, each["obligation_id"])
            for each in due
            if each["kind"] in KINDS.values()
        ],
        "deadlines": [_only(each, _DEADLINE) for each in due if each["status"] == "fixed"],
        "plans": [_only(each, _PLAN) for each in record.plans],
        "open_requests": list(found.open_requests),
        "support": {
            "totals": totals(found.pledges, found.rates),
            "pledges": [_only(each, _PLEDGE) for each in found.pledges],
        },
        "shifts": [_only(each, _SHIFT) for each in found.shifts],
        "coalitions": [each for each in record.coalitions if each["open"]],
        "last_contacts": list(found.last_contacts),
        "contact_points": list(found.contact_points),
    }


def _progress(record: OnRecord, obligation_id: str) -> Document:
    """What was declared, the figures reported last, and the extensions."""
    obligation = next(each for each in record.obligations if each["id"] == obligation_id)
    progress = obligation["progress"]
    return {
        "figures": obligation["figures"],
        "progress": progress[-1] if progress else None,
        "extensions_requested": obligation["extensions_requested"],
        "extensions_decided": obligation["extensions_decided"],
    }


def _only(document: Document, names: Sequence[str]) -> Document:
    return {name: document.get(name) for name in names}
