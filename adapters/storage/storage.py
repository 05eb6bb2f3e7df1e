"""What a service needs of its database, whichever it is."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, Table

from adapters.event_store.factory import Log
from adapters.news import News


@dataclass(frozen=True)
class Storage:
    """An open database: the log, the engine of its views, and the ways that differ."""

    log: Log
    engine: Engine
    """With `execution_options(writes=True)` a transaction is the only one that writes to the views, with `beside=True`
    to what is kept beside the log and must not be lost."""
    news: News
    put_in_place: Callable[[Connection, Table, Table], None]
    """Replaces a view in use by one that was made beside it, within a transaction, and leaves nothing beside it."""
    one_rebuild: Callable[[], AbstractContextManager[None]]
    """Whoever is in it alone makes views anew, in any process: the others wait, and one that died lets go."""
