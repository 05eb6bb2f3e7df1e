"""A command: one thing somebody wants to record, frozen, parsed at the edge."""

from dataclasses import dataclass, field
from typing import ClassVar, Self

from domain.actor import Actor, Grant
from domain.values import Date, Party, Source
from domain.words import Visibility

COMMANDS: dict[str, type["Command"]] = {}
"""Every command under its stable name."""


@dataclass(frozen=True, kw_only=True)
class Command:
    """What every command takes besides its own fields.

    `by` and `key` come from the door, not from the body: who speaks, and the idempotency key under which a repeat
    meets itself. `acting` is the grant under which it was allowed.
    """

    NAME: ClassVar[str]
    DATED_BY: ClassVar[str | None] = None
    """The field whose date is `occurred_on` unless that is given."""
    NAMES_THING: ClassVar[str | None] = None
    """The field that names the thing acted on; None where the command creates it."""
    EXAMPLE: ClassVar[dict[str, object]] = {}

    def __init_subclass__(cls) -> None:
        COMMANDS[cls.NAME] = cls

    by: Actor = field(metadata={"door": True})
    key: str = field(metadata={"door": True})
    acting: Grant | None = field(default=None, metadata={"door": True})
    if_match: int | None = field(default=None, metadata={"door": True})

    occurred_on: Date | None = None
    source: Source | None = None
    reported_by: Party | None = None
    visibility: Visibility | None = None
    note: str | None = None

    def kept(self) -> Self:
        """What is remembered of it, also to know a repeat by: all of it here."""
        return self
