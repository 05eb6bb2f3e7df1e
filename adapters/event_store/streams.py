"""What the library asks of a recorder when it reads, answered from our own tables."""

from collections.abc import Sequence
from uuid import UUID

from eventsourcing.persistence import ApplicationRecorder, Notification, StoredEvent, Subscription

from adapters.event_store.lookups import LogLookups

_END = 2**62
"""Beyond every version, position and number of rows."""
_STREAM = (
    "SELECT originator_version, topic, state FROM stored_events WHERE originator_id = ? "
    "AND originator_version > ? AND originator_version <= ? ORDER BY originator_version * ? LIMIT ?"
)
_BY_POSITION = (
    "SELECT * FROM stored_events WHERE position >= ? AND position <= ? AND (? = 0 OR topic IN (?)) "
    "ORDER BY position LIMIT ?"
)


class LogStreams(LogLookups, ApplicationRecorder):
    """Streams by version, and all events by position."""

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
        stream, last, most = UUID(str(originator_id)), _or_end(lte), _or_end(limit)
        rows = self._rows(_STREAM, stream.hex, gt or 0, last, -1 if desc else 1, most)
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
        first = (start or 0) + (not inclusive_of_start)
        statement = _BY_POSITION.replace("(?)", f"({', '.join('?' * max(len(topics), 1))})")
        rows = self._rows(statement, first, _or_end(stop), len(topics), *(topics or [""]), limit)
        return [
            Notification(
                UUID(row["originator_id"]), row["originator_version"], row["topic"], row["state"], row["position"]
            )
            for row in rows
        ]

    def max_notification_id(self) -> int:
        """The position of the last event; 0 in an empty log."""
        return self.last_position()

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> Subscription[ApplicationRecorder]:
        """Nobody is told: the views look by themselves (adapters/projector.py)."""
        raise NotImplementedError


def _or_end(number: int | None) -> int:
    return _END if number is None else number
