"""What can be looked up in the log, and what is kept beside it and may change: uses of tokens."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from eventsourcing.persistence import StoredEvent

from adapters.event_store.store import Datastore
from domain.memory import Answered, Receipt

_OF_STREAMS = (
    "SELECT e.*, l.leaf_index, l.leaf_hash FROM stored_events e JOIN leaves l ON l.position = e.position "
    "WHERE e.originator_id IN (?) AND e.position <= ? ORDER BY e.originator_id, e.originator_version"
)


@dataclass(frozen=True)
class LoggedEvent:
    """A stored event, where it stands in the log, and its leaf hash in hexadecimal."""

    position: int
    stored: StoredEvent
    leaf_index: int
    leaf_hash: str


@dataclass(frozen=True)
class LoggedAnswer:
    """Who gave which command, and the facts it stated."""

    position: int
    actor: str
    command: str
    event_ids: tuple[str, ...]


class LogLookups:
    """Questions to the log's own tables."""

    datastore: Datastore

    def streams(self, name: str) -> list[UUID]:
        """Streams that know this id or name, oldest first."""
        rows = self._rows("SELECT stream FROM names WHERE name = ? ORDER BY position", name)
        return [UUID(row["stream"]) for row in rows]

    def answered(self, actor: str, key: str) -> Answered | None:
        """The answer an actor's key was given."""
        for row in self._rows("SELECT * FROM commands WHERE actor = ? AND key = ?", actor, key):
            receipt = Receipt(
                row["id"], tuple(json.loads(row["event_ids"])), row["version"], row["position"], row["recorded_at"]
            )
            return Answered(receipt, row["fingerprint"])
        return None

    def made_by_anyone(self, key: str) -> str | None:
        """The id of what was first made under a key, whoever used it; for keys that outlive their users."""
        rows = self._rows("SELECT id FROM commands WHERE key = ? ORDER BY position LIMIT 1", key)
        return str(rows[0]["id"]) if rows else None

    def first_actor(self, besides: Collection[str]) -> str | None:
        """Who recorded the first command that is none of these; None where there is none."""
        statement = "SELECT actor FROM commands WHERE command NOT IN (?) ORDER BY position LIMIT 1"
        rows = self._rows(statement.replace("(?)", f"({', '.join('?' * len(besides))})"), *besides)
        return str(rows[0]["actor"]) if rows else None

    def answers(self, after: int, up_to: int) -> list[LoggedAnswer]:
        """Of each command whose last fact stands after a position, up to another one, in order."""
        rows = self._rows(
            "SELECT position, actor, command, event_ids FROM commands WHERE position > ? AND position <= ? "
            "ORDER BY position",
            after,
            up_to,
        )
        return [
            LoggedAnswer(row["position"], row["actor"], row["command"], tuple(json.loads(row["event_ids"])))
            for row in rows
        ]

    def text_key(self, event: str) -> bytes | None:
        """The key of an event's texts; None once erased."""
        rows = self._rows("SELECT key FROM text_keys WHERE event_id = ?", event)
        return rows[0]["key"] if rows else None

    def changed_after(self, position: int, limit: int) -> list[tuple[UUID, int]]:
        """The stream and position of each of the next events."""
        rows = self._rows(
            "SELECT originator_id, position FROM stored_events WHERE position > ? ORDER BY position LIMIT ?",
            position,
            limit,
        )
        return [(UUID(row["originator_id"]), row["position"]) for row in rows]

    def streams_up_to(self, position: int) -> list[UUID]:
        """Every stream that had begun by a position, oldest first."""
        rows = self._rows(
            "SELECT originator_id FROM stored_events WHERE originator_version = 1 AND position <= ? ORDER BY position",
            position,
        )
        return [UUID(row["originator_id"]) for row in rows]

    def of_streams(self, streams: Sequence[UUID], up_to: int) -> list[LoggedEvent]:
        """All events of some streams (at most some hundreds), each stream's in order, up to a position."""
        statement = _OF_STREAMS.replace("(?)", f"({', '.join('?' * len(streams))})")
        rows = self._rows(statement, *(stream.hex for stream in streams), up_to)
        return [
            LoggedEvent(
                row["position"],
                StoredEvent(UUID(row["originator_id"]), row["originator_version"], row["topic"], row["state"]),
                row["leaf_index"],
                row["leaf_hash"].hex(),
            )
            for row in rows
        ]

    def last_position(self) -> int:
        """The position of the last event; 0 in an empty log."""
        return int(self._rows("SELECT COALESCE(MAX(position), 0) AS last FROM stored_events")[0]["last"])

    def note_token_use(self, token_id: str, at: datetime) -> None:
        """When a token was last used, to the minute: kept beside the log."""
        minute = at.isoformat(timespec="minutes")
        if self.token_uses().get(token_id) == minute:
            return
        with self.datastore.transaction(commit=True) as c:
            c.execute(
                "INSERT INTO token_uses VALUES (?, ?) "
                "ON CONFLICT (token_id) DO UPDATE SET last_used = excluded.last_used",
                (token_id, minute),
            )

    def token_uses(self) -> dict[str, str]:
        """The minute in which each token was last used."""
        return {row["token_id"]: row["last_used"] for row in self._rows("SELECT * FROM token_uses")}

    def _rows(self, statement: str, *values: object) -> list[Any]:
        with self.datastore.transaction(commit=False) as c:
            c.execute(statement, values)
            return list(c.fetchall())
