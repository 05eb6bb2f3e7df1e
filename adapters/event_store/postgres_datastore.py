"""PostgreSQL connections of the log: one writer at a time, in any process, and one transaction many commands share."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from threading import local
from typing import Any, cast

from psycopg import Connection
from psycopg.pq import TransactionStatus
from psycopg.rows import dict_row

from adapters.event_store.postgres_connections import PATIENCE, connect_to
from adapters.event_store.postgres_cursor import LogCursor
from adapters.event_store.postgres_problems import unavailable_if_failing
from domain.errors import RecordUnavailable

CHANNEL = "ica_log"
"""Where a commit is announced to the other processes."""
LOCKS = 0x1CA
"""The first key of this service's advisory locks."""
LOG, VIEWS, SCHEMA, REBUILD, BESIDE = 1, 2, 3, 4, 5
"""The second key: what is written."""
HANGING = 60
"""Seconds after which a process that stands still in the middle of a transaction is cut off: others want to write."""

# The lock is waited for before anything is read, and at a level at which each statement sees what others committed:
# a snapshot taken before the wait would decide on what is no longer true.
_BEGIN = f"""
    BEGIN ISOLATION LEVEL READ COMMITTED;
    SET LOCAL lock_timeout = '{PATIENCE}s';
    SET LOCAL idle_in_transaction_session_timeout = '{HANGING}s';
    SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off';
    SELECT pg_advisory_xact_lock({LOCKS}, {LOG});
"""
_COMMIT = f"NOTIFY {CHANNEL}; COMMIT"


class PostgresDatastore:
    """Transactions that join the one that is open in this thread."""

    def __init__(self, url: str) -> None:
        self.engine = connect_to(url, "AUTOCOMMIT")
        self._open = local()

    @contextmanager
    def transaction(self, *, commit: bool) -> Iterator[LogCursor]:
        """A cursor in the shared transaction of this thread, or in one of its own; a look has no transaction."""
        with (
            unavailable_if_failing(),
            self._joined() as connection,
            connection.transaction() if commit else nullcontext(),
            connection.cursor(row_factory=dict_row) as cursor,
        ):
            yield LogCursor(cursor)

    @contextmanager
    def appending(self) -> Iterator[LogCursor]:
        """A cursor in the shared transaction of this thread; without one, in a write transaction of its own."""
        with nullcontext() if self._shared else self.shared(), self.transaction(commit=False) as cursor:
            yield cursor

    @contextmanager
    def shared(self) -> Iterator[None]:
        """One write transaction for all that this thread does inside; committed at its end, or rolled back whole."""
        with unavailable_if_failing(), self.connection() as connection:
            try:
                connection.execute(_BEGIN)
                self._open.connection = connection
                yield
                _commit(connection)
            except BaseException:
                if not connection.closed:
                    connection.rollback()
                raise
            finally:
                self._open.connection = None

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """A part of the shared transaction that is undone alone if it fails."""
        connection = cast(Connection[Any], self._shared)
        with unavailable_if_failing():
            connection.execute("SAVEPOINT attempt")
            try:
                yield
            except BaseException:
                if not connection.closed:
                    connection.execute("ROLLBACK TO attempt; RELEASE attempt")
                raise
            connection.execute("RELEASE attempt")

    @contextmanager
    def connection(self) -> Iterator[Connection[Any]]:
        """A connection of the pool; one that broke is not used again."""
        pooled = self.engine.raw_connection()
        driver = cast(Connection[Any], pooled.driver_connection)
        try:
            yield driver
        finally:
            if driver.closed:
                pooled.invalidate()
            pooled.close()

    def check_there(self) -> None:
        """Raise RecordUnavailable where the server does not answer."""
        with self.transaction(commit=False) as cursor:
            cursor.execute("SELECT 1")

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    @property
    def _shared(self) -> Connection[Any] | None:
        return getattr(self._open, "connection", None)

    @contextmanager
    def _joined(self) -> Iterator[Connection[Any]]:
        with nullcontext(self._shared) if self._shared else self.connection() as connection:
            yield connection


def _commit(connection: Connection[Any]) -> None:
    """Commit and announce it. PostgreSQL answers the commit of a failed transaction kindly, and keeps nothing of it."""
    if connection.info.transaction_status is not TransactionStatus.INTRANS:
        raise RecordUnavailable("The transaction failed before its end.")
    connection.execute(_COMMIT)
