"""How a command is decided: its handler states facts on records, and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from domain.command import Command
from domain.memory import Memory
from domain.record import Record


@dataclass(frozen=True)
class Decision:
    """The records that changed, the one the command is about first, and the id of what it made."""

    id: str
    records: tuple[Record, ...]


Decide = Callable[[Any, Memory, Any], Decision]


@dataclass(frozen=True)
class Handler:
    """A decision and the kind of thing its command names."""

    decide: Decide
    thing: type[Record] | None


HANDLERS: dict[type[Command], Handler] = {}

D = TypeVar("D", bound=Decide)


def decides(command: type[Command], thing: type[Record] | None = None) -> Callable[[D], D]:
    """Make a function the one that decides a command; it is given the command, the memory, and the thing named."""

    def register(decide: D) -> D:
        HANDLERS[command] = Handler(decide, thing)
        return decide

    return register
