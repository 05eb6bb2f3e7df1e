"""The library's recorder of SQLite over our own tables."""

from eventsourcing.sqlite import SQLiteApplicationRecorder

from adapters.event_store.datastore import LogDatastore
from adapters.event_store.recording import LogRecording


class LogRecorder(LogRecording, SQLiteApplicationRecorder):
    """Writes and reads as on any database; the library opens the transaction."""

    datastore: LogDatastore

    def construct_create_table_statements(self) -> list[str]:
        """Tables come from schema.sql alone."""
        return []
