"""The database that holds the views: the log's own file, in tables of their own that can be thrown away."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as Driver
from sqlite3 import OperationalError
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, text
from sqlalchemy.engine import ExceptionContext

from adapters.event_store.sqlite_problems import LOCK_TIMEOUT, is_read_only


def views_engine(path: Path) -> Engine:
    """An engine whose transactions are real: a reader sees one moment, a writer takes its lock at once.

    Views may lose their last moments in a power cut, since they are made again from the log. The log may not, nor may
    what is kept `beside` it: Slack does not send again what it was told is here.
    """
    engine = create_engine(
        f"sqlite:///{path}", connect_args={"timeout": LOCK_TIMEOUT, "check_same_thread": False}, hide_parameters=True
    )  # a fault is logged: not with the words that were being written

    @event.listens_for(engine, "do_connect")
    def check_there(*_: Any) -> None:
        if not path.exists():  # SQLite would make an empty one
            raise OperationalError("its file is gone")

    @event.listens_for(engine, "handle_error")
    def forget(context: ExceptionContext) -> None:
        if is_read_only(context.original_exception):  # what was opened then could never write
            context.is_disconnect = True

    @event.listens_for(engine, "connect")
    def prepare(driver: Driver, _record: Any) -> None:
        driver.isolation_level = None
        driver.execute("PRAGMA journal_mode=WAL")
        driver.execute("PRAGMA synchronous=NORMAL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        beside, writes = options.get("beside", False), options.get("writes", False)
        if beside or writes:
            connection.exec_driver_sql(f"PRAGMA synchronous={'FULL' if beside else 'NORMAL'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if beside or writes else "BEGIN")

    return engine


def rename(connection: Connection, live: Table, fresh: Table) -> None:
    """Put a view that was made anew in the place of the one in use: quick, since every writer waits meanwhile."""
    live.drop(connection)
    connection.execute(text(f'ALTER TABLE "{fresh.name}" RENAME TO "{live.name}"'))
    for index in fresh.indexes:
        connection.execute(text(f'DROP INDEX "{index.name}"'))
    for index in live.indexes:
        index.create(connection)


@contextmanager
def one_rebuild(path: Path) -> Iterator[None]:
    """Alone among all who rebuild: a lock on the folder, since closing the file itself would end SQLite's own locks."""
    folder = os.open(path.absolute().parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
