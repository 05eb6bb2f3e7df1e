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
class Entry:
    """One fact of a thing, as recorded and as it stands."""

    recorded: Recorded
    standing: Standing

    @property
    def fact(self) -> Fact:
        """As it stands."""
        return self.standing.fact

    def shown_to(self, audience: Audience) -> "Entry":
        """Without the words that stood at this moment and were taken away since, unless they may be seen."""
        if audience.sees_withheld or not self.standing.superseded:
            return self
        return replace(self, standing=replace(self.standing, fact=_without(self.fact, self.standing.superseded)))


@dataclass(frozen=True)
class Thing:
    """One stream's entries in order. `first` opens it, even where the entries leave it out."""

    id: str
    first: Entry
    entries: tuple[Entry, ...]
    version: int
    known_today: tuple[Fact, ...] = ()
    """The facts that count by all that is known today, whatever the moment and the audience."""

    @property
    def opening(self) -> Fact:
        """Its first fact, as it stands: it says what the thing is and whom it concerns."""
        return self.first.fact

    def seen_by(self, audience: Audience) -> "Thing | None":
        """What an audience may see of it; None where it may not see the thing at all."""
        if not sees(audience, self.first):
            return None
        entries = tuple(entry.shown_to(audience) for entry in self.entries if sees(audience, entry))
        version = max((entry.fact.originator_version for entry in entries), default=self.version)
        return replace(self, first=self.first.shown_to(audience), entries=entries, version=version)

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
    today = standing if known_at is None else stand([each.fact for each in recorded])
    counting = tuple(each.fact for each in today if each.counts)
    return Thing(str(known[0].fact.originator_id), entries[0], entries, known[-1].fact.originator_version, counting)


def fact_for(entry: Entry, audience: Audience) -> Fact:
    """A fact in the words in which it was recorded, without those that only auditors may still see."""
    shown = entry.recorded.fact.changed(occurred_on=entry.fact.occurred_on)
    return shown if audience.sees_withheld else _without(shown, entry.standing.withheld)


def _without(fact: Fact, names: Iterable[str]) -> Fact:
    return fact.changed(**{name: taken_away(value) for name in names if (value := getattr(fact, name, None))})


def taken_away(value: Any) -> Any:
    """What is shown instead of words that only auditors may still see."""
    return {"kind": value["kind"], "ref": WITHHELD} if isinstance(value, dict) else WITHHELD


def recorder_for(fact: Fact, audience: Audience) -> str:
    """Who recorded it: the person, or the role and organisation."""
    return fact.recorded_by if audience.sees_people else fact.recorded_as


def latest(entries: Iterable[Entry]) -> Entry | None:
    """The last of them in order of what happened, then of recording."""
    return max(entries, key=lambda entry: (entry.fact.occurred_on, entry.recorded.position), default=None)
