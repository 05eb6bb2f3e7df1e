"""The database server, for several processes: `ica migrate` sets it up, everything else only uses it."""

import os
from contextlib import closing
from functools import partial

from adapters.event_store.postgres_datastore import PostgresDatastore
from adapters.event_store.postgres_factory import PostgresLog
from adapters.event_store.postgres_schema import migrate
from adapters.settings import Settings, SettingsError
from adapters.storage.storage import Storage
from adapters.views_postgres import one_rebuild, pour, views_on_postgres
from projections.schema import metadata

FORBIDDEN = "POSTGRES_ENABLE_DB_FUNCTIONS"


def open_postgres(settings: Settings) -> Storage:
    """The log and the views in one database; raises SettingsError where it is not set up."""
    _refuse_db_functions()
    log = PostgresLog(settings.database_url)
    engine = views_on_postgres(settings.database_url)
    return Storage(log, engine, log.news, pour, partial(one_rebuild, engine))


def migrate_postgres(settings: Settings) -> None:
    """Bring the log's tables to this version's schema, as their owner."""
    _refuse_db_functions()
    owner_url = settings.database_owner_url or settings.database_url
    with closing(PostgresDatastore(owner_url)) as owner, closing(PostgresDatastore(settings.database_url)) as service:
        migrate(owner, service, list(metadata.tables))


def _refuse_db_functions() -> None:
    """The library's switch that drops its lock, so that readers miss events for good: nobody may think it is on."""
    if os.environ.get(FORBIDDEN, "").strip().lower() not in {"", "n", "no", "f", "false", "off", "0"}:
        raise SettingsError(f"{FORBIDDEN} must not be set: with it, events are missed for good.")
