"""A thing on record: the facts of one stream, from which its rules decide."""

from datetime import datetime
from typing import Any, Self, TypeVar
from uuid import UUID

from eventsourcing.domain import BaseAggregate

from domain.actor import Actor
from domain.command import Command
from domain.fact import Fact, Opening
from domain.fact_changes import FactCorrected, FactRetracted
from domain.standing import Standing, stand
from domain.words import Visibility

C = TypeVar("C", bound=Command)
F = TypeVar("F", bound=Fact)


class Record(BaseAggregate[UUID]):
    """Base of the aggregates: it keeps its facts; what a rule reads is folded from those that stand."""

    TOPIC = "record"

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self._stood: list[Standing] = []

    def evolve(self, fact: Fact) -> None:
        """Take in one more fact."""
        self.facts.append(fact)
        self._stood = []

    @classmethod
    def open(cls, fact: type[Opening], stream: UUID, command: Command, at: datetime, **said: Any) -> Self:
        """Begin a thing with its first fact; its circle is the command's, or States Parties."""
        said = _common(command, at) | {"visibility": command.visibility or Visibility.STATES_PARTIES} | said
        return cls._create(fact, id=stream, **_plain(said))

    def add(self, fact: type[F], command: Command, at: datetime, **said: Any) -> F:
        """State one more fact about this thing; unless the command says who may see it, the thing's circle does."""
        self.trigger_event(fact, **_plain(_common(command, at) | said))
        return self.facts[-1]  # type: ignore[return-value]

    @property
    def opening(self) -> Standing:
        """The first fact, as it stands."""
        return self.standing()[0]

    def standing(self) -> list[Standing]:
        """Its facts as they stand now; folded once until there is one more, as a decision looks many times."""
        if not self._stood:
            self._stood = stand(self.facts)
        return self._stood

    def counting(self) -> list[Fact]:
        """The facts that count, as they stand now."""
        return [each.fact for each in self.standing() if each.counts]

    def mended(self, before: Fact, after: Fact | None) -> list[Fact]:
        """The facts that would count after a correction (None: a retraction) of one that stands as `before`."""
        if isinstance(before, FactCorrected | FactRetracted):
            rest = stand([fact for fact in self.facts if fact.event_id != before.event_id])
            return [each.fact for each in rest if each.counts]
        mended = (after if fact.event_id == before.event_id else fact for fact in self.counting())
        return [fact for fact in mended if fact is not None]

    def find(self, name: str) -> Standing | None:
        """The fact that goes by this id."""
        return next((each for each in self.standing() if name in each.recorded.names), None)

    def version_for(self, actor: Actor) -> int:
        """The version that its address shows somebody: what they may not see does not count."""
        return max(each.recorded.originator_version for each in self.standing() if each.seen_by_actor(actor))

    def repeats(self, other: "Record") -> bool:  # noqa: ARG002 - kinds of things differ
        """Whether another thing of this kind, found under the same name, says what may be on record only once."""
        return False

    def counts_since(self) -> datetime:
        """When it began to count: as it was opened, or when the last retraction in it was taken back."""
        retracted = {fact.event_id for fact in self.facts if isinstance(fact, FactRetracted)}
        revived = [fact for fact in self.facts if isinstance(fact, FactRetracted) and fact.corrects in retracted]
        return [self.facts[0], *revived][-1].timestamp

    def wholly_seen_by(self, actor: Actor) -> bool:
        """Whether somebody may see every fact that counts: a refusal tells nobody what is hidden from them."""
        return all(each.seen_by_actor(actor) for each in self.standing() if each.counts)

    @property
    def parties(self) -> frozenset[str]:
        """The States and organisations whose affair this is."""
        said = self.opening.fact.own_fields()
        return frozenset(said[name] for name in ("state", "donor") if said.get(name))

    def day_of(self, command: Command) -> str | None:  # noqa: ARG002 - kinds of things differ
        """The day on which what a command says of this thing happened, where the thing knows it."""
        return None

    def kept(self, command: C, fact: Fact) -> C:  # noqa: ARG002 - kinds of things differ
        """What is kept of a command that says something about this fact; all of it here. Refuses what must not be."""
        return command

    def check_correction(self, before: Fact, after: Fact | None) -> None:
        """Refuse a correction (None: a retraction) that would break a rule of this thing. Nothing to refuse here."""


def plain(value: Any) -> Any:
    """A command's value as plain JSON: what a fact stores."""
    if hasattr(value, "plain"):
        return value.plain()
    if isinstance(value, tuple | list):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if hasattr(value, "__dataclass_fields__"):
        return {name: plain(part) for name, part in _items(value) if part is not None}
    return value.value if hasattr(value, "value") else value


def _items(value: Any) -> list[tuple[str, Any]]:
    return [(name, getattr(value, name)) for name in value.__dataclass_fields__]


def _plain(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value if isinstance(value, datetime) else plain(value) for name, value in said.items()}


def _common(command: Command, at: datetime) -> dict[str, Any]:
    return {
        "timestamp": at,
        "occurred_on": command.occurred_on,
        "recorded_by": command.by.id,
        "recorded_as": command.acting.label if command.acting else "",
        "reported_by": command.reported_by,
        "source": command.source,
        "visibility": command.visibility,
        "note": command.note,
    }
