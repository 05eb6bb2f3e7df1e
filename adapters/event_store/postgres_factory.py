"""The log on PostgreSQL, once `ica migrate` has made its tables."""

from adapters.event_store.factory import Log
from adapters.event_store.postgres_datastore import PostgresDatastore
from adapters.event_store.postgres_news import Listening
from adapters.event_store.postgres_recorder import PostgresRecorder
from adapters.event_store.postgres_schema import check_schema


class PostgresLog(Log):
    """Raises NotMigrated where the tables are missing or of another version."""

    def __init__(self, url: str) -> None:
        datastore = PostgresDatastore(url)
        try:
            check_schema(datastore)
        except Exception:
            datastore.close()
            raise
        self.news = Listening(datastore.engine)
        super().__init__(datastore, PostgresRecorder(datastore))
