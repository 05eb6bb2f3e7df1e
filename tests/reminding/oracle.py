"""On which days people are told of one deadline: written from the contract, simply, and apart from the service."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache


def months_from(day: date, months: int) -> date:
    """The same day of another month, or its last."""
    first = day.replace(day=1)
    for _ in range(abs(months)):
        first = (first + timedelta(days=31)).replace(day=1) if months > 0 else (first - timedelta(1)).replace(day=1)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


@cache
def ladder(due: date, *, annual: bool = False) -> list[date]:
    """Every day of the ladder, from its first to three years after the date."""
    days = [months_from(due, -months) for months in ((3, 1) if annual else (12, 9, 6, 3, 1))]
    days += [due - timedelta(days=left) for left in (14, 7, 1, 0)]
    later = due
    for count in range(1, 37 if annual else 157):
        later = months_from(due, count) if annual else later + timedelta(weeks=1)
        days.append(later)
    return sorted(days)


@dataclass(frozen=True)
class Day:
    """What happens on one day before nine: the deadline as it is from then on, and what people do."""

    due: date | None = None
    """Declared, extended or moved: the date from this day on."""
    silent: bool = False
    """Filed, fulfilled or withdrawn."""
    acknowledge: bool = False
    snooze: date | None = None
    outage: bool = False


@dataclass
class _State:
    due: date | None = None
    known: date | None = None
    told: date | None = None
    seen: set[tuple[date, date]] = field(default_factory=set)
    until: date | None = None
    seen_since_snooze: set[tuple[date, date]] = field(default_factory=set)
    ever_told: bool = False


def expected(story: Mapping[date, Day], days: Iterable[date], *, annual: bool = False) -> list[date]:
    """The days on which one message is posted."""
    now, told = _State(), []
    for day in days:
        happens = story.get(day, Day())
        now.due = happens.due or now.due
        if happens.silent:
            return told
        _people(now, happens)
        if not happens.outage and now.due and _speaks(now, day, annual=annual):
            told.append(day)
    return told


def _people(now: _State, happens: Day) -> None:
    """They can only press a button of a message that is there."""
    if happens.acknowledge and now.told and now.known:
        now.seen.add((now.known, now.told))
        now.seen_since_snooze.add((now.known, now.told))
    if happens.snooze and now.ever_told:
        now.until, now.seen_since_snooze = happens.snooze, set()


def _speaks(now: _State, day: date, *, annual: bool) -> bool:
    assert now.due
    step = max((each for each in ladder(now.due, annual=annual) if each <= day), default=None)
    if now.known and now.known != now.due:  # a changed date is told at once
        now.known, now.told, now.ever_told = now.due, step, True
        if now.until and now.until <= day:  # that is its coming back
            now.until = None
        return True
    now.known = now.due
    if step is None or (now.until and day < now.until):
        return False
    if now.until and now.ever_told:  # it comes back once
        now.until = None
        speaks = (now.due, step) not in now.seen_since_snooze
    else:
        speaks = step != now.told and (now.due, step) not in now.seen
    if speaks:
        now.told, now.ever_told = step, True
    return speaks
