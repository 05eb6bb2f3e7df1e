"""What a decision may look up: things by any id a person may name, and the day it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import NAMESPACE_URL, UUID, uuid5

from domain.actor import Actor
from domain.command import Command
from domain.errors import UnknownId
from domain.reading import Names
from domain.record import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Receipt:
    """What the writer of a command gets: ids, the thing's version, the log's position, when it was recorded."""

    id: str
    event_ids: tuple[str, ...]
    version: int
    position: int
    recorded_at: str
    replayed: bool = False


@dataclass(frozen=True)
class Answered:
    """A command that succeeded before, under its actor's key."""

    receipt: Receipt
    fingerprint: str


class Log(Protocol):
    """The look-ups that the event store writes in the transaction of each event."""

    def streams(self, name: str) -> list[UUID]:
        """Streams that know this id or name, oldest first."""

    def answered(self, actor: str, key: str) -> Answered | None:
        """The answer an actor's key was given."""


@dataclass(frozen=True)
class Memory:
    """One decision's view of the log: consistent, and at one moment."""

    log: Log
    load: Callable[[UUID], Record]
    names: Names
    at: datetime
    today: str

    def new_stream(self, command: Command, kind: str) -> UUID:
        """Derived, so that the same key of the same actor meets itself."""
        return uuid5(NAMESPACE_URL, f"{kind}:{command.by.id}:{command.key}")

    def plain_id(self, named: str, by: Actor) -> str:
        """The id behind `key:…`, or the id itself."""
        if not named.startswith("key:"):
            return named.lower()
        answered = self.log.answered(by.id, named.removeprefix("key:"))
        return answered.receipt.id if answered else named

    def get(self, kind: type[R], named: str, by: Actor, field: str) -> R:
        """The thing that knows this id; raises UnknownId where there is none, or none that `by` may see."""
        name = self.plain_id(named, by)
        for record in self._known(name, kind):
            fact = record.find(name) or record.opening
            if record.opening.seen_by_actor(by) and fact.seen_by_actor(by):
                return record
        raise UnknownId(f"Nothing is on record under {named!r}.", field)

    def listed(self, kind: type[R], name: str) -> list[R]:
        """All things that go by a name that is not an id, oldest first."""
        return list(self._known(name, kind))

    def _known(self, name: str, kind: type[R]) -> Iterator[R]:
        for stream in self.log.streams(name):
            record = self.load(stream)
            if isinstance(record, kind):
                yield record
