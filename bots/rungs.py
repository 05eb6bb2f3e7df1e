"""The ladder of reminders: on which days before and after a date people are told."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from domain.treaty_clock import add_months


@dataclass(frozen=True)
class Rung:
    """One step of the ladder, its day, and how it reads."""

    name: str
    on: date
    words: str


_MONTHS = (12, 9, 6, 3, 1)
_DAYS = (14, 7, 1)
ANNUAL_MONTHS = (3, 1)
"""Annual reports are reminded of from three months before, and then monthly while they are overdue."""


def latest_rung(due_on: date, today: date, *, annual: bool) -> Rung | None:
    """The last step that has come by today; None while the first is yet to come."""
    if today > due_on:
        return _overdue(due_on, today, annual=annual)
    before = [
        *(Rung(f"{months}m", add_months(due_on, -months), _plural(months, "month")) for months in _months(annual)),
        *(Rung(f"{days}d", due_on - timedelta(days=days), _plural(days, "day")) for days in _DAYS),
        Rung("0d", due_on, "today"),
    ]
    come = [rung for rung in before if rung.on <= today]
    return max(come, key=lambda rung: rung.on, default=None)


def _overdue(due_on: date, today: date, *, annual: bool) -> Rung:
    """The step since the date, weekly or monthly; the day itself until the first has come."""
    step: Callable[[int], date] = (
        (lambda count: add_months(due_on, count)) if annual else (lambda count: due_on + timedelta(weeks=count))
    )
    count = 0
    while step(count + 1) <= today:
        count += 1
    if count == 0:
        return Rung("0d", due_on, "today")
    unit = "month" if annual else "week"
    return Rung(f"+{count}{unit[0]}", step(count), f"overdue by {_plural(count, unit)}")


def _months(annual: bool) -> tuple[int, ...]:
    return ANNUAL_MONTHS if annual else _MONTHS


def _plural(count: int, unit: str) -> str:
    return f"{count} {unit}{'' if count == 1 else 's'}"
