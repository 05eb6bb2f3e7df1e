"""When an extension request must be lodged, and whether it was."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.treaty_clock import add_years, latest_lodging

DECIDING = ("msp", "review_conference")
LONGEST_GAP = 2
"""Years: meetings that decide come about once a year, so one further from the deadline will not be the last."""


@dataclass(frozen=True)
class Lodging:
    """The last day to lodge (None: unknown), why, and the day a request was lodged for the running term.

    `provisional`: a meeting nearer to the deadline is yet to be scheduled, so nobody is late by this day.
    """

    due_on: str | None
    basis: str
    lodged_on: str | None
    provisional: bool = False


def lodging(obligation: dict[str, Any], due_on: str | None, meetings: dict[str, dict[str, Any]]) -> Lodging:
    """Nine months before the meeting named, else before the last one that decides and opens by the deadline.

    The meeting that granted the running term, and those before it, do not decide on the next.
    """
    decided = obligation["extensions_decided"]
    since = decided[-1]["decided_on"] if decided else ""
    requests = [each for each in obligation["extensions_requested"] if each["lodged_on"] > since]
    running = requests[-1] if requests else None
    meeting = meetings.get((running or {}).get("meeting_id") or "") or _last_before(due_on, meetings, since)
    lodged_on = running["lodged_on"] if running else None
    if meeting is None:
        return Lodging(None, "no meeting that decides is scheduled on or before the deadline", lodged_on)
    opens = date.fromisoformat(meeting["on"])
    named = running is not None and running["meeting_id"] == meeting["id"]
    provisional = not named and due_on is not None and add_years(opens, LONGEST_GAP) < date.fromisoformat(due_on)
    later = ": a meeting nearer to the deadline is yet to be scheduled" if provisional else ""
    basis = f"9 months before {meeting['title']} opens on {meeting['on']}{later}"
    return Lodging(latest_lodging(opens).isoformat(), basis, lodged_on, provisional)


def _last_before(due_on: str | None, meetings: dict[str, dict[str, Any]], since: str) -> dict[str, Any] | None:
    able = [each for each in meetings.values() if each["kind"] in DECIDING and due_on and since < each["on"] <= due_on]
    return max(able, key=lambda each: (each["on"], each["position"]), default=None)
