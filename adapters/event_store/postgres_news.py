"""Hears of every commit to the log on PostgreSQL, from a connection that does nothing else."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any, cast

import psycopg
import structlog
from psycopg import Connection
from sqlalchemy import Engine

from adapters.event_store.postgres_datastore import CHANNEL

TURN = 0.1
"""Seconds between two looks at whether to stop."""

log = structlog.get_logger(__name__)


class Listening:
    """Listens first and wakes then, at each connection: what was recorded before is found, what comes later is heard.

    While the server is gone nothing is heard; the look once a second finds what was missed, and the listener is back
    as soon as the server is.
    """

    look_again_after = 1.0

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, wake: Callable[[], None]) -> None:
        """Listen in a thread of its own."""
        self._thread = threading.Thread(target=self._listen, args=(wake,), name="listener", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Hang up."""
        self._stopping.set()
        if self._thread:
            self._thread.join()

    def _listen(self, wake: Callable[[], None]) -> None:
        said = ""
        while not self._stopping.is_set():
            try:
                with self._connection() as connection:
                    connection.execute(f"LISTEN {CHANNEL}".encode())
                    said = ""
                    wake()
                    self._pass_on(connection, wake)
            except Exception as problem:  # noqa: BLE001 - the record is looked at all the same; it is tried again
                if str(problem) != said:
                    said = str(problem)
                    log.warning("listener_lost", problem=said)
                self._stopping.wait(self.look_again_after)

    def _pass_on(self, connection: Connection[Any], wake: Callable[[], None]) -> None:
        while not self._stopping.is_set():
            for _ in connection.notifies(timeout=TURN, stop_after=1):
                wake()

    @contextmanager
    def _connection(self) -> Iterator[Connection[Any]]:
        """One that the pool does not get back."""
        pooled = self._engine.raw_connection()
        pooled.detach()
        with closing(cast(psycopg.Connection[Any], pooled.dbapi_connection)) as connection:
            yield connection
