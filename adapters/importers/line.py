"""What every import reads a file into: lines, each with its commands, or why it has none."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Commands = tuple[tuple[str, str, dict[str, object]], ...]
"""Command name, idempotency key and body, in the order in which they are to be recorded."""


class UnreadableFile(ValueError):
    """The file as a whole is not what the import reads; nothing of it is taken."""


@dataclass(frozen=True)
class Line:
    """One line of an import: a flow, an activity, a row."""

    number: int
    """Its place in the file, counted from 1."""
    commands: Commands = ()
    skipped: str | None = None
    """Why it is passed over."""
    refused: str | None = None
    """What is wrong with it, in one sentence that names the field and the way out."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Where the file calls a field of the commands otherwise: a refusal names it as the file does."""
