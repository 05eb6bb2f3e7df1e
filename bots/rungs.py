"""The ladders of reminders: on which days people are told, before and after a date, or while something waits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from domain.treaty_clock import add_months


@dataclass(frozen=True)
class Ladder:
    """Its steps: some months and days before a date, the day, some days after it, and then each week or each month."""

    months_before: tuple[int, ...] = (12, 9, 6, 3, 1)
    days_before: tuple[int, ...] = (14, 7, 1)
    days_after: tuple[int, ...] = ()
    monthly: bool = False
    waits: bool = False
    """It counts from a day on which something happened. Another day is another occasion, not a date that changed."""


@dataclass(frozen=True)
class Rung:
    """One step of the ladder, its day, and how it reads."""

    name: str
    on: date
    words: str


DATED = Ladder()
LADDERS: Mapping[str, Ladder] = {
    "annual_report": Ladder(months_before=(3, 1), monthly=True),
    "explanation": Ladder((), (), days_after=(7,), monthly=True, waits=True),
    "contact": Ladder((), (), monthly=True, waits=True),
}
"""What has a ladder of its own, by kind; every other date has the one above."""


def ladder_of(kind: str) -> Ladder:
    """The ladder of a kind of deadline."""
    return LADDERS.get(kind, DATED)


def latest_rung(due_on: date, today: date, ladder: Ladder) -> Rung | None:
    """The last step that has come by today; None while the first is yet to come."""
    if today > due_on:
        return _since(due_on, today, ladder)
    before = [
        *(Rung(f"{months}m", add_months(due_on, -months), _plural(months, "month")) for months in ladder.months_before),
        *(Rung(f"{days}d", due_on - timedelta(days=days), _plural(days, "day")) for days in ladder.days_before),
        Rung("0d", due_on, "today"),
    ]
    come = [rung for rung in before if rung.on <= today]
    return max(come, key=lambda rung: rung.on, default=None)


def _since(due_on: date, today: date, ladder: Ladder) -> Rung:
    """The step since the date; the day itself until the first has come. Between two steps the days are told."""
    name, on, words = _step_since(due_on, today, ladder)
    return Rung(name, on, f"overdue by {words if on == today else _plural((today - due_on).days, 'day')}")


def _step_since(due_on: date, today: date, ladder: Ladder) -> tuple[str, date, str]:
    weeks, months = (today - due_on).days // 7, _whole_months(due_on, today)
    if ladder.monthly and months:
        return f"+{months}m", add_months(due_on, months), _plural(months, "month")
    if not ladder.monthly and weeks:
        return f"+{weeks}w", due_on + timedelta(weeks=weeks), _plural(weeks, "week")
    come = [days for days in ladder.days_after if due_on + timedelta(days) <= today]
    if come:
        return f"+{come[-1]}d", due_on + timedelta(come[-1]), _plural(come[-1], "day")
    return "0d", due_on, ""


def _whole_months(start: date, today: date) -> int:
    months = (today.year - start.year) * 12 + today.month - start.month
    return months if add_months(start, months) <= today else months - 1


def _plural(count: int, unit: str) -> str:
    return f"{count} {unit}{'' if count == 1 else 's'}"
