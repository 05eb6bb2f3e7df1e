"""What is due over random histories is what the oracle says: none missed, none twice, none after silence."""

from datetime import date, timedelta
from itertools import count
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from bots.recipients import Recipients
from bots.reminder_threads import messages
from bots.reminders import due
from reminding.oracle import Day, expected

START, DAYS = date(2026, 1, 1), 700
CHANNEL = "C1"


class World:
    """The record and the outbox of one deadline, as plain documents."""

    def __init__(self, *, annual: bool) -> None:
        self.kind = "annual_report" if annual else "clearance"
        self.due: date | None = None
        self.sent: list[dict[str, Any]] = []
        self.known: dict[str, str] = {}
        self.moments = count(1)

    def live(self, day: date, happens: Day) -> bool:
        """One day; whether something was told."""
        self.due = happens.due or self.due
        if self.sent and happens.acknowledge:
            self.sent[-1]["acknowledged_at"] = self._now()
        if self.sent and happens.snooze:
            self.sent[-1] |= {"snoozed_at": self._now(), "snoozed_until": happens.snooze.isoformat()}
        if happens.outage or self.due is None:
            return False
        deadline = {
            "id": "one:term", "kind": self.kind, "due_on": self.due.isoformat(), "status": "fixed", "state": "XAA",
        }  # fmt: skip
        self.known.setdefault("one:term", self.due.isoformat())
        found = due([deadline], self.sent, Recipients([CHANNEL]), self.known, day)
        posts = messages(found, self.sent, [CHANNEL])
        for (reminder,) in posts:
            number = f"{next(self.moments):09d}"
            self.sent.append(
                {
                    "id": number, "deadline_id": "one:term", "due_on": reminder.deadline["due_on"],
                    "rung": reminder.rung, "told_on": day.isoformat(), "channel": CHANNEL,
                    "thread_ts": reminder.thread_ts or number, "key": reminder.key,
                    "acknowledged_at": None, "snoozed_at": None, "snoozed_until": None,
                }
            )  # fmt: skip
        return bool(posts)

    def _now(self) -> str:
        return f"{next(self.moments):09d}"


@some.composite
def days_of_a_story(draw: some.DrawFn) -> dict[date, Day]:
    """A deadline that is declared, changed, acknowledged, put off, forgotten for weeks, and perhaps met."""
    offsets = some.integers(0, DAYS - 1)
    story: dict[date, Day] = {}
    declared = draw(some.integers(0, 400))
    story[START + timedelta(declared)] = Day(due=START + timedelta(draw(some.integers(0, DAYS + 300))))
    for _ in range(draw(some.integers(0, 8))):
        day = START + timedelta(draw(offsets))
        doings = [
            Day(acknowledge=True),
            Day(snooze=day + timedelta(draw(some.sampled_from([1, 7, 30])))),
        ]
        if day > START + timedelta(declared):
            doings.append(Day(due=START + timedelta(draw(some.integers(0, DAYS + 300)))))
        story.setdefault(day, draw(some.sampled_from(doings)))
    for _ in range(draw(some.integers(0, 3))):
        first = draw(offsets)
        for each in range(first, first + draw(some.integers(1, 40))):
            story.setdefault(START + timedelta(each), Day(outage=True))
    if draw(some.booleans()):
        story[START + timedelta(draw(some.integers(declared + 1, DAYS)))] = Day(silent=True)
    return story


@settings(max_examples=80)
@given(story=days_of_a_story(), annual=some.booleans())
def test_every_history_is_told_as_the_oracle_says(story: dict[date, Day], annual: bool) -> None:
    """The days on which people are told are the oracle's; every message has a key of its own, all one thread."""
    days = [START + timedelta(each) for each in range(DAYS)]
    world, told = World(annual=annual), []
    for day in days:
        happens = story.get(day, Day())
        if happens.silent:
            break
        if world.live(day, happens):
            told.append(day)

    assert told == expected(story, days, annual=annual)
    assert len({each["key"] for each in world.sent}) == len(world.sent)
    assert len({each["thread_ts"] for each in world.sent}) <= 1
