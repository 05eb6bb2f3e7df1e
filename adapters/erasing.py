"""What is left of erased words on disk, after their key is gone and the views are made anew without them."""

import sqlite3
from contextlib import closing

from sqlalchemy import text

from adapters.event_store.postgres_connections import connect_to
from adapters.event_store.sqlite_problems import LOCK_TIMEOUT
from adapters.rebuild import VIEW_NAMES
from adapters.settings import Settings


def sweep(settings: Settings) -> bool:
    """Write the database anew without its free pages; False where somebody still reads an older state of it."""
    if settings.database_kind == "sqlite":
        with closing(sqlite3.connect(settings.database_path, timeout=LOCK_TIMEOUT)) as beside:
            beside.execute("VACUUM")
            busy, _, _ = beside.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy
    owner = connect_to(settings.database_owner_url or settings.database_url, "AUTOCOMMIT")
    with owner.connect() as connection:
        for table in (*VIEW_NAMES, "text_keys"):
            connection.execute(text(f'VACUUM (FULL) "{table}"'))
    owner.dispose()
    return True
