"""The embedded database: one file, which creates itself."""

from functools import partial

from adapters.event_store.factory import LogFactory
from adapters.news import Looking
from adapters.settings import Settings
from adapters.storage.storage import Storage
from adapters.views_store import one_rebuild, rename, views_engine
from domain.errors import RecordUnavailable


def open_sqlite(settings: Settings) -> Storage:
    """The log and the views in one file."""
    path = settings.database_path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise RecordUnavailable(f"There is no folder for {path}: {problem.strerror}.") from problem
    log = LogFactory(str(path))
    return Storage(log, views_engine(path), Looking(), rename, partial(one_rebuild, path))


def migrate_sqlite(_: Settings) -> None:
    """The file is brought to this version's schema whenever it is opened."""
