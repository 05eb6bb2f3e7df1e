"""A thing as views read it: its facts as they stand at a moment, for one audience."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from domain.fact import Fact
from domain.standing import Standing, stand
from projections.audience import Audience
from projections.recorded import Recorded

WITHHELD = "[taken away by a correction]"


@dataclass(frozen=True)
class Moment:
    """`as_of` (a date) filters on when things happened, `known_at` on when they were recorded; None is now."""

    as_of: str | None = None
    known_at: datetime | None = None

    @property
    def is_now(self) -> bool:
        """Whether the live views answer it."""
        return self.as_of is None and self.known_at is None


@dataclass(frozen=True)
class Entry:
    """One fact of a thing, as recorded and as it stands."""

    recorded: Recorded
    standing: Standing

    @property
    def fact(self) -> Fact:
        """As it stands."""
        return self.standing.fact


@dataclass(frozen=True)
class Thing:
    """One stream's entries in order. `first` opens it, even where the entries leave it out."""

    id: str
    first: Entry
    entries: tuple[Entry, ...]
    version: int

    @property
    def opening(self) -> Fact:
        """Its first fact, as it stands: it says what the thing is and whom it concerns."""
        return self.first.fact

    def seen_by(self, audience: Audience) -> "Thing | None":
        """What an audience may see of it; None where it may not see the thing at all."""
        if not sees(audience, self.first):
            return None
        return replace(self, entries=tuple(entry for entry in self.entries if sees(audience, entry)))

    def happened_by(self, as_of: str | None) -> "Thing | None":
        """What had happened by a day; None where nothing of it had."""
        if as_of is None:
            return self
        entries = tuple(entry for entry in self.entries if entry.fact.occurred_on <= as_of)
        return replace(self, entries=entries) if entries else None

    @property
    def counting(self) -> list[Entry]:
        """Entries that were not retracted."""
        return [entry for entry in self.entries if entry.standing.counts]

    @property
    def facts(self) -> list[Fact]:
        """The facts that count, as they stand."""
        return [entry.fact for entry in self.counting]

    @property
    def position(self) -> int:
        """Where its first entry stands in the log."""
        return self.first.recorded.position


def sees(audience: Audience, entry: Entry) -> bool:
    """Whether an audience may see one fact."""
    if entry.fact.ADMINISTRATIVE and not audience.sees_administration:
        return False
    return entry.standing.seen_by(audience.clearance, audience.parties)


def thing_at(recorded: Sequence[Recorded], known_at: datetime | None = None) -> Thing | None:
    """A stream as known at a moment; None where nothing of it was known."""
    standing = stand([each.fact for each in recorded], known_at=known_at)
    if not standing:
        return None
    known = [each for each in recorded if known_at is None or each.fact.timestamp <= known_at]
    entries = tuple(Entry(each, stands) for each, stands in zip(known, standing, strict=True))
    return Thing(str(known[0].fact.originator_id), entries[0], entries, known[-1].fact.originator_version)


def fact_for(entry: Entry, audience: Audience) -> Fact:
    """A fact in the words in which it was recorded, without those that only auditors may still see."""
    taken = {} if audience.sees_withheld else dict.fromkeys(entry.standing.withheld, WITHHELD)
    given: dict[str, Any] = {name: text for name, text in taken.items() if getattr(entry.recorded.fact, name, None)}
    given["occurred_on"] = entry.fact.occurred_on
    return entry.recorded.fact.changed(**given)


def recorder_for(fact: Fact, audience: Audience) -> str:
    """Who recorded it: the person, or the role and organisation."""
    return fact.recorded_by if audience.sees_people else fact.recorded_as


def latest(entries: Iterable[Entry]) -> Entry | None:
    """The last of them in order of what happened, then of recording."""
    return max(entries, key=lambda entry: (entry.fact.occurred_on, entry.recorded.position), default=None)
