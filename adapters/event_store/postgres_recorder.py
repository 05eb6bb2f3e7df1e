"""Our own recorder on PostgreSQL, over our own tables."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from eventsourcing.persistence import ApplicationRecorder, Notification, StoredEvent, Subscription

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

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        """A stream's events, in order, or from the last if `desc`."""
        stream = UUID(str(originator_id))
        rows = self._rows(
            "SELECT originator_version, topic, state FROM stored_events "
            "WHERE originator_id = ? AND originator_version > ? AND originator_version <= ? "
            "ORDER BY originator_version * ? LIMIT ?",
            stream.hex,
            gt or 0,
            _END if lte is None else lte,
            -1 if desc else 1,
            _END if limit is None else limit,
        )
        return [StoredEvent(stream, row["originator_version"], row["topic"], row["state"]) for row in rows]

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """Events by position, in order."""
        rows = self._rows(
            "SELECT * FROM stored_events WHERE position >= ? AND position <= ? AND (? OR topic = ANY(?)) "
            "ORDER BY position LIMIT ?",
            (start or 0) + (not inclusive_of_start),
            _END if stop is None else stop,
            not topics,
            list(topics),
            limit,
        )
        return [
            Notification(
                UUID(row["originator_id"]), row["originator_version"], row["topic"], row["state"], row["position"]
            )
            for row in rows
        ]

    def max_notification_id(self) -> int | None:
        """The position of the last event; None in an empty log."""
        return self.last_position() or None

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> Subscription[ApplicationRecorder]:
        """Views pull: see adapters/projector.py."""
        raise NotImplementedError


_END = 2**62
"""Beyond every version, position and number of rows."""
