"""One record, two databases: SQLite for one machine, PostgreSQL where it is outgrown."""

from adapters.storage.opening import migrate_storage, open_storage
from adapters.storage.storage import Storage

__all__ = ["Storage", "migrate_storage", "open_storage"]
