"""The log's statements, as psycopg wants them."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from psycopg import Cursor
from psycopg.rows import DictRow


class LogCursor:
    """Takes the log's statements as they are written for either database."""

    def __init__(self, cursor: Cursor[DictRow]) -> None:
        self._cursor = cursor

    def execute(self, statement: str, values: Sequence[object] = ()) -> None:
        """Run one statement."""
        self._cursor.execute(_for_psycopg(statement), values)

    def executemany(self, statement: str, values: Iterable[Sequence[object]]) -> None:
        """Run one statement for each of several values, in one exchange with the server."""
        self._cursor.executemany(_for_psycopg(statement), values)

    def fetchone(self) -> DictRow | None:
        """The next row."""
        return self._cursor.fetchone()

    def fetchall(self) -> list[DictRow]:
        """All rows that are left."""
        return self._cursor.fetchall()


@lru_cache(maxsize=100)
def _for_psycopg(statement: str) -> bytes:
    return statement.replace("?", "%s").encode()
