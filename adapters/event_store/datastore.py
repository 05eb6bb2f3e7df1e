"""SQLite connections of the log: durable commits, and one transaction that many commands can share."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import local

from eventsourcing.persistence import InterfaceError, OperationalError
from eventsourcing.sqlite import SQLiteConnection, SQLiteConnectionPool, SQLiteCursor, SQLiteDatastore

from adapters.event_store.sqlite_problems import LOCK_TIMEOUT, PATIENCE_BESIDE, is_read_only, unavailable_if_failing
from domain.errors import RecordUnavailable

SCHEMA = (Path(__file__).parent / "schema.sql").read_text(encoding="utf-8")


class DurablePool(SQLiteConnectionPool):
    """Each connection waits for the disk: with less, acknowledged commits are lost in a power cut."""

    made = False
    """Once its tables are made, a file that is missing is gone, and is not made again."""

    def _create_connection(self) -> SQLiteConnection:
        if self.made and not Path(self.db_name).exists():
            raise InterfaceError("its file is gone")
        connection = super()._create_connection()
        connection.cursor().execute("PRAGMA synchronous=FULL")
        return connection

    def close_idle(self) -> None:
        """Whoever comes next opens the file anew."""
        with self._put_condition:
            while self._pool:
                self._pool.popleft().close()


class LogDatastore(SQLiteDatastore):
    """A datastore whose transactions join the one that is open in this thread."""

    def __init__(self, db_name: str) -> None:
        super().__init__(db_name, lock_timeout=LOCK_TIMEOUT)
        self.pool.close()
        self.pool = self._pool = DurablePool(db_name=db_name, lock_timeout=LOCK_TIMEOUT, max_overflow=64)
        self._path, self._file = Path(db_name), (0, 0)
        self._open = local()

    @contextmanager
    def transaction(self, *, commit: bool) -> Iterator[SQLiteCursor]:
        """A cursor in the shared transaction of this thread, or in one of its own.

        What is written in one of its own stands beside the log, and those who record wait behind it: not for long.
        """
        shared: SQLiteConnection | None = getattr(self._open, "connection", None)
        if shared is not None:
            with shared.cursor() as cursor:
                yield cursor  # type: ignore[misc]
            return
        with (
            unavailable_if_failing(),
            super().transaction(commit=commit) as own,
            _in_a_hurry(own) if commit else nullcontext(),
        ):
            yield own

    @contextmanager
    def get_connection(self, *, commit: bool) -> Iterator[SQLiteConnection]:
        """A connection of the pool.

        One that was opened while the file might only be read can never write: after such a refusal none is kept.
        """
        with super().get_connection(commit=commit) as connection:
            try:
                yield connection
            except (sqlite3.OperationalError, OperationalError, RecordUnavailable) as problem:
                if is_read_only(problem):
                    connection.close()
                    self._pool.close_idle()
                raise

    @contextmanager
    def shared(self) -> Iterator[None]:
        """One write transaction for all that this thread does inside; committed at its end, or rolled back whole."""
        self.check_there()
        with unavailable_if_failing(), self.get_connection(commit=True) as connection:
            cursor = connection.cursor()
            cursor.execute("BEGIN IMMEDIATE")
            self._open.connection = connection
            try:
                yield
                connection.commit()
            except BaseException:
                connection.rollback()
                raise
            finally:
                self._open.connection = None

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """A part of the shared transaction that is undone alone if it fails.

        A full disk can end the whole transaction; then there is no part to undo, and RecordUnavailable says so.
        """
        cursor = self._open.connection.cursor()
        with unavailable_if_failing():
            cursor.execute("SAVEPOINT attempt")
            try:
                yield
            except BaseException:
                cursor.execute("ROLLBACK TO attempt")
                cursor.execute("RELEASE attempt")
                raise
            cursor.execute("RELEASE attempt")

    def create_tables(self) -> None:
        """Bring the database to this version's schema."""
        with unavailable_if_failing(), self.get_connection(commit=True) as connection:
            connection._sqlite_conn.executescript(SCHEMA)
        self._file, self._pool.made = _identity(self._path), True

    def check_there(self) -> None:
        """Raise RecordUnavailable where the file was removed or replaced: what is written to it now would be lost."""
        if _identity(self._path) != self._file:
            raise RecordUnavailable("The database is gone.")


def _identity(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino


@contextmanager
def _in_a_hurry(cursor: SQLiteCursor) -> Iterator[None]:
    cursor.execute(f"PRAGMA busy_timeout={PATIENCE_BESIDE * 1000}")
    try:
        yield
    finally:
        cursor.execute(f"PRAGMA busy_timeout={LOCK_TIMEOUT * 1000}")
