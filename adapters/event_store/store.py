"""What the log asks of its database, whichever it is."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol


class Cursor(Protocol):
    """Runs statements with `?` for each value; rows are read by the names of their columns."""

    def execute(self, statement: str, values: Sequence[object] = (), /) -> Any:
        """Run one statement."""

    def executemany(self, statement: str, values: Iterable[Sequence[object]], /) -> Any:
        """Run one statement for each of several values."""

    def fetchone(self) -> Any:
        """The next row, or None."""

    def fetchall(self) -> Any:
        """All rows that are left."""


class Datastore(Protocol):
    """Connections to the log. Whatever keeps it from working is raised as RecordUnavailable."""

    def transaction(self, *, commit: bool) -> AbstractContextManager[Cursor]:
        """A cursor in the shared transaction of this thread, or in one of its own."""

    def shared(self) -> AbstractContextManager[None]:
        """One write transaction for all that this thread does inside, committed at its end or rolled back whole.

        Whoever is in it is the only one who writes to the log, in any process, from its start to its end: what it
        reads stays true until it has written, and positions become visible in their order.
        """

    def check_there(self) -> None:
        """Raise RecordUnavailable where the database is gone."""

    def attempt(self) -> AbstractContextManager[None]:
        """A part of the shared transaction that is undone alone if it fails."""

    def close(self) -> None:
        """Close every connection."""
