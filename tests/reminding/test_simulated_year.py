"""A year at random, with two schedulers: what is told is what the oracle says, none missed, none twice, none late."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from fake_slack import FakeSlack

from projections.audience import STATES_PARTIES

from .field_year import Field
from .model import Model
from .walking import walking

START, DAYS = date(2020, 11, 2), 364
HAPPENINGS = (
    *("join", "join", "file", "move", "move", "ask", "grant", "agree", "agree", "carry", "close", "pay"),
    *("shift", "shift", "shift", "explain", "explain", "contact", "contact", *["press"] * 15),
)
"""Each year has one of every kind, and more of what is named more often."""
ENDS = ("fulfil", "withdraw")
HOW = ("apart", "crossed", "together", "killed before the post", "killed after the post", "killed before its proof")


@dataclass
class Year:
    """The field as it begins, what happens on which day, when nobody looks or Slack is away, and how they look else."""

    model: Model
    events: dict[int, list[tuple[str, int]]] = field(default_factory=lambda: {0: [("join", 0)]})
    away: dict[int, str] = field(default_factory=dict)
    busy: Iterator[str] = field(default_factory=lambda: cycle(HOW))


def a_year(seed: int) -> Year:
    """Each number gives another year, and always the same."""
    chance = Random(seed)

    def some_day(first: int, last: int) -> date:
        return (START + timedelta(chance.randrange(first, last))).replace(day=chance.randint(1, 28))

    year = Year(Model(term=some_day(30, 500), meeting=some_day(30, 500)))
    happens = [(chance.randrange(60, DAYS // 2), name) for name in dict.fromkeys(HAPPENINGS)]
    happens += [(chance.randrange(DAYS), name) for name in chance.choices(HAPPENINGS, k=36)]
    happens += [(chance.randrange(DAYS // 2, DAYS), ENDS[seed % 2])]
    year.events[chance.randrange(1, 60)] = [("join", 1)]
    for day, name in happens:
        year.events.setdefault(day, []).append((name, chance.randrange(600)))
    for kind, longest in (("outage", 20), ("deaf", 20), ("outage", 5), ("deaf", 5)):
        first = chance.randrange(DAYS)
        year.away |= dict.fromkeys(range(first, first + chance.randint(longest - 4, longest)), kind)
    return year


def lived(database: str, story: Year, days: int = DAYS) -> None:
    """Day by day."""
    with FakeSlack() as slack, walking(database, slack) as here, walking(database, slack) as there:
        year, wanted = Field(here, there, story.model), []
        year.begin(START)
        for number in range(days):
            day, away = START + timedelta(number), story.away.get(number)
            for name, chosen in story.events.get(number, ()):
                year.happens(day, name, chosen)
            now = [] if away == "outage" else [(str(day), *each) for each in story.model.told(day, deaf=bool(away))]
            year.passes(day, away or (next(story.busy) if now else "ordinary"))
            wanted += now

        proofs = here.record.queries.reminders(STATES_PARTIES)
        told = [
            (each["told_on"], year.named(each["deadline_id"]), each["due_on"], each["rung"], each["channel"])
            for each in proofs
        ]
        assert sorted(told) == sorted(wanted)
        assert_together(proofs)
        assert_each_once(slack, {each["message_ts"] for each in proofs})


def assert_together(proofs: list[dict[str, Any]]) -> None:
    """What is due the same day at the same step is one message to the channel; each deadline stays in its thread."""
    messages, threads = defaultdict(set), defaultdict(set)
    for each in proofs:
        threads[each["deadline_id"], each["channel"]].add(each["thread_ts"])
        if each["channel"] == "C1" and ":annual:" in each["deadline_id"]:
            messages[each["told_on"], each["rung"]].add(each["message_ts"])
    assert {len(each) for each in (*messages.values(), *threads.values())} == {1}


def assert_each_once(slack: FakeSlack, proven: set[str]) -> None:
    """Beside a message that is proven there is only one of which nobody knew, and then the proven one says so."""
    stand = [each for channel in ("C1", "C4", "C5") for each in slack.in_channel(channel)]
    digests = [each.text for each in stand if each.text.startswith("Weekly digest")]
    texts = [each.text for each in stand if each.ts in proven]
    assert len(digests) == len(set(digests))
    for lost in (each.text for each in stand if each.ts not in proven and each.text not in digests):
        assert f"{lost}\n(may be a repeat)" in texts


@pytest.mark.parametrize("seed", [1, 2])
def test_a_year_is_told_as_the_oracle_says(seed: int) -> None:
    """Whatever happens, and whoever dies: each reminder is there once, on its day, in its channels, and no other."""
    with TemporaryDirectory() as folder:
        lived(f"sqlite:///{Path(folder) / 'year.db'}", a_year(seed))


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_winter_on_postgresql(database: str) -> None:
    """The other database keeps two schedulers apart as well."""
    lived(database, a_year(9), days=120)
