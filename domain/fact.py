"""A fact: something that happened, who says so, from where, and who may see it; never changed."""

from dataclasses import KW_ONLY, fields, replace
from functools import cache, lru_cache
from typing import Any, ClassVar, Self, cast
from uuid import UUID, uuid5

from eventsourcing.domain import AggregateCreated, AggregateEvent
from eventsourcing.utils import register_topic

FACTS: dict[str, type["Fact"]] = {}
"""Every kind of fact under its stored name: nothing else is loaded from the log."""


@lru_cache(maxsize=100_000)
def event_id(stream: UUID, version: int) -> str:
    """The id of the fact that is the n-th of its stream."""
    return str(uuid5(stream, str(version)))


class Fact(AggregateEvent):
    """What every fact carries. `timestamp` is when it was recorded, `occurred_on` when it happened."""

    TOPIC: ClassVar[str]
    ABOUT: ClassVar[str]
    """One line for people on what this kind of fact says."""
    COMMAND: ClassVar[str | None] = None
    """The command whose fields a correction may change."""
    NAMES: ClassVar[tuple[str, ...]] = ()
    """Fields that hold ids of this fact's own, by which people name it."""
    ERASABLE: ClassVar[tuple[str, ...]] = ("note",)
    """Texts kept encrypted, so that they can be erased while the log still verifies."""
    BELONGS_TO: ClassVar[str | None] = None
    """The field that names another fact of the same thing: nobody sees this one who may not see that one."""
    ADMINISTRATIVE: ClassVar[bool] = False
    """About access to the record rather than the field: for auditors and administrators only."""
    FIXED: ClassVar[tuple[str, ...]] = ()
    """Fields a correction may not change: retract the fact and record it anew."""

    _: KW_ONLY
    occurred_on: str
    recorded_by: str
    recorded_as: str
    reported_by: str | None = None
    source: dict[str, Any] | None = None
    visibility: str | None = None
    """None follows the thing that this fact belongs to."""
    note: str | None = None

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "TOPIC" in cls.__dict__:
            register_topic(cls.TOPIC, cls)
            FACTS[cls.TOPIC] = cls

    def apply(self, aggregate: Any) -> None:
        """Hand the fact to its record."""
        aggregate.evolve(self)

    @property
    def event_id(self) -> str:
        """Derived from stream and version, so that it need not be stored to be found."""
        return event_id(self.originator_id, self.originator_version)

    @property
    def names(self) -> frozenset[str]:
        """Every id by which people name this fact."""
        return frozenset({self.event_id, *(getattr(self, field) for field in self.NAMES)})

    @property
    def index(self) -> frozenset[str]:
        """Names, not ids, by which decisions find the thing that this fact opens."""
        return frozenset()

    @property
    def erases(self) -> tuple[str, ...]:
        """Facts whose texts are erased in the transaction that stores this one. None here."""
        return ()

    def changed(self, **changes: Any) -> Self:
        """A copy with other values; the log keeps this one."""
        return replace(cast(Any, self), **changes)  # type: ignore[no-any-return]

    def brings_along(self, changes: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG002 - kinds of facts differ
        """What else changes with these values, unless a correction says otherwise. Nothing here."""
        return {}

    def own_fields(self) -> dict[str, Any]:
        """What this kind of fact says beyond what every fact carries, by field, in order."""
        return {name: getattr(self, name) for name in _own_names(type(self))}


_COMMON = {item.name for item in fields(Fact)}


@cache
def _own_names(kind: type[Fact]) -> tuple[str, ...]:
    unsaid = _COMMON | {"originator_topic"}
    return tuple(item.name for item in fields(cast(Any, kind)) if item.name not in unsaid)


class Opening(Fact, AggregateCreated):
    """The first fact of a thing: what follows belongs to it and is seen by the same circle."""
