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


BEFORE = {"dated": (12, 9, 6, 3, 1), "annual": (3, 1), "explanation": (), "contact": ()}
"""Months before a date; what waits has none, and counts from the day on which it began to."""


@cache
def ladder(due: date, kind: str = "dated") -> dict[date, str]:
    """Every day of the ladder with the name of its step, from its first to three years after the date."""
    steps = {months_from(due, -months): f"{months}m" for months in BEFORE[kind]}
    steps |= {due - timedelta(days=left): f"{left}d" for left in ((14, 7, 1) if BEFORE[kind] else ())}
    steps[due] = "0d"
    if kind == "explanation":
        steps[due + timedelta(days=7)] = "+7d"
    if kind == "dated":
        steps |= {due + timedelta(weeks=count): f"+{count}w" for count in range(1, 157)}
    else:
        steps |= {months_from(due, count): f"+{count}m" for count in range(1, 37)}
    return steps


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


Step = tuple[date, date]
"""A due date, and a day of its ladder."""


@dataclass
class Memory:
    """What people have in mind of one deadline. `known`: None before they saw it, `""` where its date is not known."""

    kind: str = "dated"
    known: date | str | None = None
    last: Step | None = None
    told: set[Step] = field(default_factory=set)
    seen: set[Step] = field(default_factory=set)
    seen_since_snooze: set[Step] = field(default_factory=set)
    until: date | None = None
    """Put off until then, and not back yet."""
    ever_told: bool = False

    @property
    def waits(self) -> bool:
        """Of these another day is another occasion, not a change."""
        return self.kind in {"explanation", "contact"}

    def acknowledge(self) -> None:
        """Pressed under what was told last; what told only that a date changed is no step."""
        if self.last:
            self.seen.add(self.last)
            self.seen_since_snooze.add(self.last)

    def snooze(self, until: date) -> None:
        """Pressed under whatever was told."""
        if self.ever_told:
            self.until, self.seen_since_snooze = until, set()

    def look(self, due: date | None) -> None:
        """The date is seen, and nobody can be told."""
        if due and self.known is None:
            self.known = due

    def tell(self, day: date, due: date | None, put_off: date | None = None) -> str | None:
        """The step that is told on a day, or None; `put_off`: its obligation is, by another of its dates."""
        self.look(due)
        steps = ladder(due, self.kind) if due else {}
        at = max((each for each in steps if each <= day), default=None)
        now = (due, at) if due and at else None
        if not self.waits and self.known is not None and self.known != (due or ""):
            self.known = due or ""
            if self.until and self.until <= day:  # that is its coming back
                self.until = None
            return self._told(now, steps[at] if at else "changed" if due else "no date")
        if now is None or at is None or any(each and day < each for each in (self.until, put_off)):
            return None
        if self.until and self.ever_told:  # it comes back once
            self.until = None
            return self._told(now, steps[at]) if now not in self.seen_since_snooze else None
        return self._told(now, steps[at]) if now not in self.told | self.seen else None

    def _told(self, now: Step | None, step: str) -> str:
        self.last, self.ever_told = now, True
        self.told |= {now} if now else set()
        return step


def expected(story: Mapping[date, Day], days: Iterable[date], *, annual: bool = False) -> list[date]:
    """The days on which one message is posted."""
    memory, due, told = Memory("annual" if annual else "dated"), None, []
    for day in days:
        happens = story.get(day, Day())
        due = happens.due or due
        if happens.silent:
            return told
        if happens.acknowledge:
            memory.acknowledge()
        if happens.snooze:
            memory.snooze(happens.snooze)
        if not happens.outage and due and memory.tell(day, due):
            told.append(day)
    return told
