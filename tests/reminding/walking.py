"""A record on a clock that walks through the years, a ticker beside it, and Slack before it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from time import time as wall_clock
from typing import Any

from builders import Clock, Kept, a_command
from fake_slack import FakeSlack

from adapters.posting import PostOffice
from adapters.reminders.tick import Pass
from adapters.settings import read_settings
from adapters.wiring import open_service
from domain.actor import Actor
from domain.command import Command

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
DIGEST = "Weekly digest"
_KEYS = count(1)


@dataclass
class Watch:
    """The time by which things wait: whoever pauses is there at once."""

    pauses: list[float] = field(default_factory=list)
    ahead: float = 0.0

    def now(self) -> float:
        """The time, in seconds."""
        return wall_clock() + self.ahead

    def pause(self, seconds: float) -> None:
        """Wait."""
        self.pauses.append(round(seconds, 1))
        self.ahead += seconds


@dataclass
class Walk:
    """`on` records at eight o'clock of a day, `through` passes each day at nine."""

    record: Kept
    slack: FakeSlack
    office: PostOffice
    watch: Watch = field(default_factory=Watch)
    today: str = ""

    def on(self, day: date | str, name: str, by: Actor | None = None, **body: Any) -> str:
        """Record a command on a day, before the reminders of that day go out."""
        return self.recorded(day, a_command(name, **({"by": by} if by else {}), **body))

    def recorded(self, day: date | str, command: Command) -> str:
        """The same, of a command that is built already."""
        self._turn_to(day)
        return self.record.handle(command).id

    def tick(self, day: date | str, *, at_once: bool = False) -> Pass:
        """One pass at nine of a day where the Coordinators are."""
        at = datetime.combine(date.fromisoformat(str(day)), time(9), self.record.settings.zone)
        self._turn_to(day)
        return self.office.ticker.tick(at, at_once=at_once)

    def through(self, first: date | str, last: date | str) -> list[date]:
        """Pass each day; the days on which something was told, as often as it was."""
        day, end, told = date.fromisoformat(str(first)), date.fromisoformat(str(last)), []
        while day <= end:
            told += [day] * self.tick(day).sent
            day += timedelta(days=1)
        return told

    def last_reminder(self, kind: str = "") -> str:
        """The id of what was told last; of one date of an obligation, if named."""
        from projections.audience import STATES_PARTIES  # noqa: PLC0415 - readers come after the record

        told = self.record.queries.reminders(STATES_PARTIES)
        return str([each for each in told if each["deadline_id"].endswith(kind)][-1]["id"])

    def _turn_to(self, day: date | str) -> None:
        """Within a day the clock goes on by itself."""
        if self.today != str(day):
            self.today = str(day)
            self.record.clock.set(self.today, "06:30")

    def words(self, channel: str = "C1") -> list[str]:
        """The reminders that stand in a channel, oldest first."""
        return [message.text for message in self.slack.in_channel(channel) if not message.text.startswith(DIGEST)]

    def digests(self) -> list[str]:
        """The weekly digests among them."""
        return [message.text for message in self.slack.in_channel("C1") if message.text.startswith(DIGEST)]

    def threads(self, channel: str = "C1") -> set[str]:
        """The threads in a channel."""
        found = (each for each in self.slack.in_channel(channel) if not each.text.startswith(DIGEST))
        return {message.thread_ts or message.ts for message in found}


@contextmanager
def walking(database: str, slack: FakeSlack, channel: str | None = "C1") -> Iterator[Walk]:
    """From 2019 on."""
    settings = read_settings(
        database_url=database, base_url="https://ica.example", slack_bot_token=slack.bot_token,
        slack_signing_secret=SECRET, slack_api_url=slack.api_url, slack_channel=channel,
    )  # fmt: skip
    clock = Clock("2019-01-01")
    record = Kept(**vars(open_service(settings, clock)), clock=clock)
    watch = Watch()
    try:
        yield Walk(record, slack, office(record, watch), watch)
    finally:
        record.close()


def office(record: Kept, watch: Watch, **given: Any) -> PostOffice:
    """Who sends, by this watch; without a pace, which has tests of its own."""
    return PostOffice(record, **({"now": watch.now, "pause": watch.pause, "spacing": 0.0} | given))


def bosnia(walk: Walk, day: str = "2019-01-02") -> str:
    """Bosnia and Herzegovina's Article 4 date is 2021-03-01; of reports nothing is on record."""
    walk.on(day, "record-accession", state="BIH", deposited_on="2010-09-07", action="ratification")
    walk.on(day, "record-coverage", what="article7", from_on="2098-01-01")
    return walk.on(day, "declare-obligation", state="BIH", article=4)
