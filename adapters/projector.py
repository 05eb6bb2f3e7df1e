"""Keeps the views in step with the log: batches of events and the position they reach, in one transaction."""

import threading
import time
from concurrent.futures import Future
from contextlib import AbstractContextManager

import structlog
from sqlalchemy import Connection, Engine, bindparam, delete, insert, inspect, select

from adapters.event_store.reader import LogReader
from adapters.news import Looking, News
from projections.schema import metadata, positions
from projections.views import VIEWS, refresh

BATCH = 500
PAUSE = 0.1
"""Seconds between two attempts while something fails."""

_REACHED = (
    positions.update().where(positions.c.view.in_([view.name for view in VIEWS])).values(position=bindparam("end"))
)

log = structlog.get_logger(__name__)


class Projector:
    """One for a process; several processes take turns by the database's lock."""

    def __init__(self, engine: Engine, reader: LogReader, batch: int = BATCH, news: News | None = None) -> None:
        self._engine, self._reader, self._batch, self._news = engine, reader, batch, news or Looking()
        self._reached = threading.Condition()
        self._waiting: list[tuple[int, Future[None]]] = []
        self._wake = threading.Event()
        self._closing = False
        self._thread: threading.Thread | None = None
        self.position = 0
        self.failure: str | None = None

    def prepare(self) -> None:
        """Create what is missing; a view whose fold has a new version is made again from the start."""
        with self._engine.connect() as connection:
            if _is_prepared(connection):  # then nobody who writes is waited for
                return
        with self._writing() as connection:
            metadata.create_all(connection)
            if not _is_prepared(connection):
                start_over(connection)

    def catch_up(self) -> int:
        """Project all that the log holds; returns the position reached."""
        while self._project_batch():
            pass
        return self.position

    def wake(self) -> None:
        """Something was recorded in this process: project it now."""
        self._wake.set()

    def wait_for(self, position: int, seconds: float) -> bool:
        """Whether the views reached a position in time."""
        with self._reached:
            return self._reached.wait_for(lambda: self.position >= position, seconds)

    def when_reached(self, position: int) -> "Future[None]":
        """Done once the views have reached a position; whoever waits no longer cancels it."""
        waiting: Future[None] = Future()
        with self._reached:
            self._waiting.append((position, waiting))
        self._answer_waiting()
        return waiting

    def start(self) -> None:
        """Follow the log in a thread of its own."""
        self._news.start(self.wake)
        self._thread = threading.Thread(target=self._follow, name="projector", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Finish the batch at hand and stop."""
        self._closing = True
        self._wake.set()
        if self._thread:
            self._thread.join()
            self._news.stop()

    def _follow(self) -> None:
        while not self._closing:
            try:
                self.catch_up()
                self.failure = None
            except Exception as problem:  # noqa: BLE001 - the views stand still, /readyz says so, the log goes on
                self._failed(problem)
            self._wake.wait(self._news.look_again_after)
            self._wake.clear()

    def _failed(self, problem: Exception) -> None:
        if self.failure != str(problem):
            log.error("views_stand_still", problem=str(problem), position=self.position)
        self.failure = str(problem)
        time.sleep(PAUSE)

    def _project_batch(self) -> bool:
        """One batch; False where nothing was left. Without the write lock while there is nothing to do."""
        if self._reader.last_position() <= self._read_position():
            return False
        with self._writing() as connection:
            start = stored_position(connection)
            streams, end = self._reader.changed(start, self._batch)
            if not streams:  # another process was faster
                self._reach(start)
                return False
            refresh(connection, self._reader.things(streams, end), after=start)
            connection.execute(_REACHED, {"end": end})
        self.failure = None  # before anybody who waits hears of it, and asks whether all is well
        self._reach(end)
        return end > start

    def _read_position(self) -> int:
        with self._engine.connect() as connection:
            position = stored_position(connection)
        self._reach(position)
        return position

    def _reach(self, position: int) -> None:
        with self._reached:
            self.position = position
            self._reached.notify_all()
        self._answer_waiting()

    def _answer_waiting(self) -> None:
        with self._reached:
            due = [waiting for position, waiting in self._waiting if position <= self.position]
            later = [(position, waiting) for position, waiting in self._waiting if position > self.position]
            self._waiting = [(position, waiting) for position, waiting in later if not waiting.cancelled()]
        for waiting in due:
            if waiting.set_running_or_notify_cancel():
                waiting.set_result(None)

    def _writing(self) -> AbstractContextManager[Connection]:
        return self._engine.execution_options(writes=True).begin()


def _is_prepared(connection: Connection) -> bool:
    if not metadata.tables.keys() <= set(inspect(connection).get_table_names()):
        return False
    kept = {row.view: row.version for row in connection.execute(select(positions))}
    return kept == {view.name: view.version for view in VIEWS}


def stored_position(connection: Connection) -> int:
    """How far the views have come."""
    row = connection.execute(select(positions.c.position).limit(1)).first()
    return row.position if row else 0


def start_over(connection: Connection) -> None:
    """Empty every view: the log fills them again."""
    for view in VIEWS:
        view.table.drop(connection, checkfirst=True)
    metadata.create_all(connection)
    connection.execute(delete(positions))
    connection.execute(
        insert(positions), [{"view": view.name, "version": view.version, "position": 0} for view in VIEWS]
    )
