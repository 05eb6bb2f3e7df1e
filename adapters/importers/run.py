"""Runs an import: takes what is sound, names what is not, and repeated changes nothing."""

import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice

from adapters.importers.line import Line
from adapters.importers.rehearsal import rehearsing
from adapters.wiring import Service
from domain.actor import Actor
from domain.authority import NOT_ASKED_FOR
from domain.errors import DomainError, RecordUnavailable, SameOnRecord

AT_ONCE = 200
"""Lines committed together."""
BREATH = 0.1
"""Seconds between two commits: SQLite's waiters look for the lock only so often, and a service may be among them."""


@dataclass
class Outcome:
    """What an import did; `refused` says of each line what is wrong."""

    taken: int = 0
    skipped: int = 0
    known: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)
    notes: dict[str, int] = field(default_factory=dict)

    def add(self, other: "Outcome") -> None:
        """Count what a further part did."""
        self.taken += other.taken
        self.skipped += other.skipped
        self.known += other.known
        self.refused += other.refused
        for why, count in other.notes.items():
            self.notes[why] = self.notes.get(why, 0) + count

    def sentence(self) -> str:
        """`12 lines taken, 3 skipped (2 already there, 1 not mine action), 1 refused`."""
        reasons = [f"{count:,} {reason}" for reason, count in sorted(self.notes.items())]
        if self.known:
            reasons.insert(0, f"{self.known:,} already there")
        why = f" ({', '.join(reasons)})" if reasons else ""
        return f"{self.taken:,} lines taken, {self.skipped + self.known:,} skipped{why}, {len(self.refused):,} refused"


class BrokenOff(RecordUnavailable):
    """The database failed amid an import; what was committed before stays."""


class _Undone(Exception):
    """Carries nothing out of a transaction that is rolled back on purpose."""


@dataclass(frozen=True)
class Import:
    """An import by somebody.

    `same_key_is_known`: a key recorded before is already there, whatever it holds now and whoever imported it.
    """

    service: Service
    by: Actor
    same_key_is_known: bool = False

    def run(self, lines: Iterable[Line], *, dry_run: bool = False, strict: bool = False) -> Outcome:
        """Record the lines. `dry_run` records nothing; `strict` nothing unless every line is sound.

        Both are rehearsed first, so that nobody waits for what is not recorded. Sound lines are then recorded in one
        transaction, for as long as that takes: none of them is on record unless all are.
        """
        outcome = Outcome()
        try:
            if dry_run or strict:
                lines = list(lines)
                with rehearsing(self.service) as rehearsal:
                    replace(self, service=rehearsal)._in_one(lines, outcome)
                if strict and not dry_run:
                    outcome = self._if_sound(lines, outcome)
            else:
                self._batch_by_batch(iter(lines), outcome)
        except RecordUnavailable as problem:
            raise BrokenOff(f"{problem} Before that: {outcome.sentence()}.") from problem
        self.service.projector.wake()
        return outcome

    def _if_sound(self, lines: list[Line], rehearsed: Outcome) -> Outcome:
        """Nothing is taken where a line was refused, in the rehearsal or, since others record too, after it."""
        done = rehearsed
        if not rehearsed.refused:
            done = Outcome()
            self._in_one(lines, done)
        if done.refused:
            done.taken = 0
        return done

    def _batch_by_batch(self, lines: Iterator[Line], outcome: Outcome) -> None:
        batch = list(islice(lines, AT_ONCE))
        while batch:
            done = Outcome()
            with self.service.datastore.shared():
                self._take_all(batch, done)
            outcome.add(done)
            if batch := list(islice(lines, AT_ONCE)):
                time.sleep(BREATH)

    def _in_one(self, lines: Iterable[Line], outcome: Outcome) -> None:
        """In one transaction, of which nothing is kept if a line is refused."""
        with suppress(_Undone), self.service.datastore.shared():
            self._take_all(lines, outcome)
            if outcome.refused:
                raise _Undone

    def _take_all(self, lines: Iterable[Line], outcome: Outcome) -> None:
        for line in lines:
            if line.refused:
                outcome.refused.append((line.number, line.refused))
            elif line.skipped:
                outcome.skipped += 1
                outcome.notes[line.skipped] = outcome.notes.get(line.skipped, 0) + 1
            else:
                self._take(line, outcome)

    def _take(self, line: Line, outcome: Outcome) -> None:
        try:
            with self.service.datastore.attempt():
                recorded = [self._record(name, key, body) for name, key, body in line.commands]
        except DomainError as refusal:
            said = "; ".join(
                ": ".join(filter(None, (line.columns.get(error.field, error.field), error.message)))
                for error in refusal.errors
            )
            outcome.refused.append((line.number, said))
            return
        if any(recorded):
            outcome.taken += 1
        else:
            outcome.known += 1

    def _record(self, name: str, key: str, body: dict[str, object]) -> bool:
        """Whether something new was recorded."""
        if name in NOT_ASKED_FOR:
            raise DomainError(f"{name} is not for imports: use ica token or ica person.", "command")
        if name == "register-organisation" and self._is_known(body):
            return False
        if self.same_key_is_known:
            if self.service.recorder.made_by_anyone(key):
                return False
            body = {field: self._found(value) for field, value in body.items()}
        command = self.service.coordination.receive(self.by, name, body, key)
        with suppress(SameOnRecord):
            return not self.service.coordination.handle(command).replayed
        return False

    def _found(self, value: object) -> object:
        """The id behind a `key:`, whoever imported what it names."""
        key = value.removeprefix("key:") if isinstance(value, str) and value.startswith("key:") else None
        return (key and self.service.recorder.made_by_anyone(key)) or value

    def _is_known(self, organisation: dict[str, object]) -> bool:
        try:
            self.service.coordination.names.party(str(organisation.get("name")))
        except ValueError:
            return False
        return True
