"""The views on PostgreSQL: tables beside the log's, which belong to the service's role and can be thrown away."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, Table, delete, event, insert, select

from adapters.event_store.postgres_connections import PATIENCE, connect_to
from adapters.event_store.postgres_datastore import BESIDE, LOCKS, REBUILD, VIEWS

# A snapshot taken before the lock was waited for would miss what another projector did meanwhile.
_BEGIN_WRITING = f"""
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    SET LOCAL lock_timeout = '{PATIENCE}s';
    SELECT pg_advisory_xact_lock({LOCKS}, {{what}});
"""


def views_on_postgres(url: str) -> Engine:
    """An engine whose transactions are real: a reader sees one moment, and one process at a time writes.

    What is kept `beside` the log never waits for a projection.
    """
    engine = connect_to(url, "REPEATABLE READ")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("beside", False):
            connection.exec_driver_sql(_BEGIN_WRITING.format(what=BESIDE))
        elif options.get("writes", False):
            connection.exec_driver_sql(_BEGIN_WRITING.format(what=VIEWS))

    return engine


def pour(connection: Connection, live: Table, fresh: Table) -> None:
    """Put a view that was made anew in the place of the one in use.

    Its rows change places, not its table: a reader whose snapshot is older than a table finds it empty.
    """
    connection.execute(delete(live))
    connection.execute(insert(live).from_select(list(live.c.keys()), select(fresh)))
    fresh.drop(connection)


@contextmanager
def one_rebuild(engine: Engine) -> Iterator[None]:
    """Alone among all who rebuild: a lock of a connection that does nothing else, and ends with it."""
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.exec_driver_sql(f"SELECT pg_advisory_lock({LOCKS}, {REBUILD})")
        try:
            yield
        finally:
            connection.invalidate()
