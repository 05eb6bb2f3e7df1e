"""What is due of a small field, day by day, and what people must be told of it: the service has no part in this."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from .oracle import Memory, months_from

PLEDGED, TRANCHE, REPORTS = date(2020, 9, 1), date(2021, 12, 31), date(2021, 4, 30)
FAR = timedelta(days=730)


@dataclass
class Due:
    """A deadline as it stands on a day; a `quiet` one is seen, and nobody is told."""

    name: str
    kind: str
    on: date | None
    channels: tuple[str, ...]
    group: str
    quiet: bool = False


@dataclass
class Model:
    """One obligation and a meeting that may extend it, two States' reports, an outcome, a tranche, shifts, contacts."""

    term: date
    meeting: date
    joined: set[str] = field(default_factory=set)
    filed: set[str] = field(default_factory=set)
    asked: list[date] = field(default_factory=list)
    granted: list[date] = field(default_factory=list)
    fulfilled: bool = False
    leaves: date | None = None
    outcome: date | None = None
    closed: bool = False
    paid: bool = False
    shifts: dict[str, date] = field(default_factory=dict)
    explained: set[str] = field(default_factory=set)
    contact: date = PLEDGED
    memories: dict[tuple[str, str], Memory] = field(default_factory=dict)
    put_off: dict[str, date] = field(default_factory=dict)

    def due(self, today: date) -> Iterator[Due]:
        """What is listed on a day and not met."""
        for state in sorted(self.joined - self.filed):
            own = ("C5",) if state == "XAB" else ()
            if not (state == "XAB" and self._gone(REPORTS, today)):
                yield Due(f"report {state}", "annual", REPORTS, ("C1", *own), f"report {state}")
        if "XAB" in self.joined and not (self.fulfilled or self._gone(self.term, today)):
            yield Due("term", "dated", self.term, ("C1", "C5"), "obligation")
            yield from self._lodging()
        if self.outcome and not self.closed:
            yield Due("outcome", "dated", self.outcome, ("C1", "C4"), "outcome")
        if not self.paid:
            yield Due("tranche", "dated", TRANCHE, ("C1", "C4"), "tranche")
        for name, since in self.shifts.items():
            if name not in self.explained:
                yield Due(name, "explanation", since, ("C1", "C4"), name)
        if today >= (stale := self.contact + timedelta(days=180)):
            yield Due("contact", "contact", stale, ("C1",), "contact")

    def _lodging(self) -> Iterator[Due]:
        """Nine months before the meeting, if that decides on this term; a day of its own for each term."""
        since = self.granted[-1] if self.granted else date.min
        if any(lodged > since for lodged in self.asked):
            return
        able = since < self.meeting <= self.term
        on = months_from(self.meeting, -9) if able else None
        yield Due(
            f"lodging {len(self.granted)}", "dated", on, ("C1", "C5"), "obligation",
            quiet=able and self.meeting + FAR < self.term,
        )  # fmt: skip

    def _gone(self, due: date, today: date) -> bool:
        return self.leaves is not None and (self.leaves <= today or due >= self.leaves)

    def told(self, day: date, *, deaf: bool) -> Iterator[tuple[str, str | None, str, str]]:
        """What goes out on a day: name, due date, step and channel."""
        for each in self.due(day):
            for channel in each.channels:
                memory = self.memories.setdefault((each.name, channel), Memory(each.kind))
                if deaf or each.quiet:
                    memory.look(each.on)
                    continue
                before = memory.known
                if step := memory.tell(day, each.on, self.put_off.get(each.group)):
                    yield each.name, str(each.on or before), step, channel

    def acknowledge(self, name: str) -> None:
        """Under what was told last in the common channel: seen is seen in every channel."""
        of = [memory for (each, _), memory in self.memories.items() if each == name]
        if of[0].last:
            for memory in of:
                memory.seen.add(of[0].last)
                memory.seen_since_snooze.add(of[0].last)

    def snooze(self, name: str, until: date) -> None:
        """The deadline comes back, its obligation's other dates are silent."""
        for (each, _), memory in self.memories.items():
            if each == name:
                memory.snooze(until)
        group = "obligation" if name == "term" or name.startswith("lodging") else name
        self.put_off[group] = until
