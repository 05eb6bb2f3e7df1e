"""What SQLite refuses, in the record's words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from eventsourcing.persistence import (
    IntegrityError,
    InterfaceError,
    OperationalError,
    PersistenceError,
    ProgrammingError,
)

from domain.errors import RecordUnavailable

LOCK_TIMEOUT = 10
"""Seconds to wait for another process's transaction."""
PATIENCE_BESIDE = 1
"""The same for what is only noted beside the log."""
_NO_RIGHT = "its file and folder must be there, and writable for this user"
_WAYS_OUT = {
    "readonly": _NO_RIGHT,
    "unable to open": _NO_RIGHT,
    "is locked": f"another program has held it for {LOCK_TIMEOUT} seconds: try again once it has let go",
    "is full": "make room on its disk, then try again",
}


def is_read_only(problem: BaseException) -> bool:
    """Whether SQLite refused to write since the file, or its folder, may only be read."""
    return "readonly" in str(problem)


def in_our_words(problem: BaseException) -> str:
    """What SQLite says, and the way out where there is one."""
    ways = [f" ({way})" for said, way in _WAYS_OUT.items() if said in str(problem)]
    return "".join([str(problem), *ways])


@contextmanager
def unavailable_if_failing() -> Iterator[None]:
    """A full, locked, read-only or missing database is said in the domain's words, whoever noticed it."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError, IntegrityError, ProgrammingError):
        raise
    except (sqlite3.OperationalError, OperationalError, InterfaceError) as problem:
        raise RecordUnavailable(f"The database cannot be used: {in_our_words(problem)}.") from problem
    except (sqlite3.DatabaseError, PersistenceError) as problem:
        raise RecordUnavailable(f"The database cannot be read: {problem}.") from problem
