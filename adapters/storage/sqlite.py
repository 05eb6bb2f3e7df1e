"""The embedded database: one file, which creates itself."""

from adapters.event_store.factory import LogFactory
from adapters.news import Looking
from adapters.settings import Settings
from adapters.storage.storage import Storage
from adapters.views_store import rename, views_engine


def open_sqlite(settings: Settings) -> Storage:
    """The log and the views in one file."""
    path = settings.database_path
    path.parent.mkdir(parents=True, exist_ok=True)
    log = LogFactory(str(path))
    return Storage(log, views_engine(path), Looking(), rename)


def migrate_sqlite(_: Settings) -> None:
    """The file is brought to this version's schema whenever it is opened."""
