"""Connections to PostgreSQL: opened when asked for, tried before use, and opened again once the server is back."""

from typing import Any

from sqlalchemy import URL, Engine, PoolProxiedConnection, QueuePool, create_engine, event, make_url
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from adapters.event_store.postgres_problems import translate
from domain.errors import RecordUnavailable

POOL_SIZE, OVERFLOW = 4, 12
"""Connections kept open, and how many more at most: one pool for the log and one for the views in each process."""
PATIENCE = 10
"""Seconds to wait for another's transaction, for a connection that is free, or for an answer of the network."""
_NETWORK: dict[str, Any] = {
    "connect_timeout": 5, "tcp_user_timeout": PATIENCE * 1000, "keepalives_idle": PATIENCE,
    "application_name": "ica-ledger",
}  # fmt: skip


class Pool(QueuePool):
    """A pool in which nobody waits without end."""

    def connect(self) -> PoolProxiedConnection:
        """A connection; raises RecordUnavailable while all are taken."""
        try:
            return super().connect()
        except NoConnectionFree as problem:
            raise RecordUnavailable("The database has no connection free.") from problem


def connect_to(url: str, isolation: str) -> Engine:
    """An engine for a database; nothing is opened yet."""
    known = address(url)
    engine = create_engine(
        known, poolclass=Pool, pool_size=POOL_SIZE, max_overflow=OVERFLOW, pool_timeout=PATIENCE, pool_pre_ping=True,
        isolation_level=isolation, hide_parameters=True,
        connect_args={name: value for name, value in _NETWORK.items() if name not in known.query},
    )  # fmt: skip
    event.listen(engine, "handle_error", translate, retval=True)
    return engine


def address(url: str) -> URL:
    """The database that a setting names."""
    return make_url(url).set(drivername="postgresql+psycopg")
