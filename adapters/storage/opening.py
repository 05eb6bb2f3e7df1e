"""The database that the settings name."""

from adapters.settings import Settings
from adapters.storage.postgres import migrate_postgres, open_postgres
from adapters.storage.sqlite import migrate_sqlite, open_sqlite
from adapters.storage.storage import Storage

_OPEN = {"sqlite": open_sqlite, "postgresql": open_postgres}
_MIGRATE = {"sqlite": migrate_sqlite, "postgresql": migrate_postgres}


def open_storage(settings: Settings) -> Storage:
    """Open it; raises SettingsError where it is not set up, RecordUnavailable where it does not answer."""
    return _OPEN[settings.database_kind](settings)


def migrate_storage(settings: Settings) -> None:
    """Bring it to this version's schema."""
    _MIGRATE[settings.database_kind](settings)
