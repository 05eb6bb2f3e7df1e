"""Our own recorder on PostgreSQL, over our own tables."""

from collections.abc import Sequence
from typing import Any

from eventsourcing.persistence import StoredEvent

from adapters.event_store.postgres_datastore import PostgresDatastore
from adapters.event_store.recording import LogRecording


class PostgresRecorder(LogRecording):
    """The little that the library asks of a recorder.

    It is not the library's PostgreSQL recorder, which would only be in the way: that one keeps its events in a table
    and a composite type of its own, numbers them with gaps, locks them with a right to UPDATE that an append-only log
    must not grant, opens a connection of its own for each save, so that commands could not share a transaction, and
    repeats a save up to ten times when the connection fails, so that it can meet its own event as somebody else's.
    """

    datastore: PostgresDatastore

    def __init__(self, datastore: PostgresDatastore) -> None:
        self.datastore = datastore

    def insert_events(self, stored_events: Sequence[StoredEvent], **kwargs: Any) -> Sequence[int] | None:
        """Append, as the only one who writes; the others hear of it at the commit."""
        with self.datastore.appending() as c:
            return self._insert_events(c, stored_events, **kwargs)
