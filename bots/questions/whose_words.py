"""Why a shift: each reason with whose words it is, when it was given, and what is still missing."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bots.wording import counted, reason_given
from domain.names import party_name
from domain.words import Direction


def given(shift: Mapping[str, Any]) -> list[str]:
    """Every account of a shift, the donor's own first; one that came later says when."""
    donor, state = shift["donor"], shift["state"]
    return [f"{reason_given(account, donor, state)}{_late(account, shift)}" for account in shift["accounts"]]


def waiting(shift: Mapping[str, Any], days: int | None) -> list[str]:
    """What is said while the donor has given no reason."""
    if not shift["unexplained"]:
        increase = shift["direction"] == Direction.INCREASE and not shift["accounts"]
        return ["No reason is on record; an increase may do without."] if increase else []
    donor = party_name(shift["donor"])
    asked = [f"{party_name(each['asked_of'])} was asked on {each['occurred_on']}." for each in shift["asked"]]
    return [f"Unexplained: {donor} has given no reason, waiting {counted(days or 0, 'day')}.", *asked]


def days_between(start: str, end: str) -> int:
    """Whole days from one date to another."""
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def _late(account: Mapping[str, Any], shift: Mapping[str, Any]) -> str:
    if account["event_id"] == shift["event_id"]:
        return ""
    days = days_between(shift["occurred_on"], account["occurred_on"])
    return f" Said on {account['occurred_on']}, {counted(days, 'day')} after." if days > 0 else ""
