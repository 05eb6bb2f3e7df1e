"""What is written in one transaction with each event: leaf hash, names, the command's answer, keys of texts."""

import json
from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from eventsourcing.persistence import StoredEvent
from eventsourcing.sqlite import SQLiteApplicationRecorder, SQLiteCursor

from adapters.event_store.datastore import LogDatastore
from adapters.event_store.leaves import leaf_hash
from adapters.event_store.lookups import LogLookups
from adapters.event_store.mapper import SealedEvent
from domain.command import Command
from domain.fact import event_id
from domain.memory import Receipt


class LogRecorder(LogLookups, SQLiteApplicationRecorder):
    """The library's recorder over our own tables."""

    datastore: LogDatastore

    def construct_create_table_statements(self) -> list[str]:
        """Tables come from schema.sql alone."""
        return []

    def _insert_events(
        self, c: SQLiteCursor, stored_events: Sequence[StoredEvent], **said: Any
    ) -> Sequence[int] | None:
        positions = [self._insert_event(c, cast(SealedEvent, stored)) for stored in stored_events]
        self._insert_answer(c, said["command"], said["receipt"], said["fingerprint"], positions[-1])
        return positions

    def _insert_event(self, c: SQLiteCursor, stored: SealedEvent) -> int:
        stream = str(stored.originator_id)
        c.execute(
            "INSERT INTO stored_events (originator_id, originator_version, topic, state) VALUES (?, ?, ?, ?)",
            (cast(UUID, stored.originator_id).hex, stored.originator_version, stored.topic, stored.state),
        )
        position = int(c.lastrowid)
        c.execute(
            "INSERT INTO leaves SELECT COALESCE(MAX(leaf_index) + 1, 0), ?, ? FROM leaves",
            (position, leaf_hash(stored)),
        )
        for name in sorted(stored.names):
            c.execute(
                "INSERT INTO names SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM names WHERE name = ? AND stream = ?)",
                (name, stream, position, name, stream),
            )
        if stored.text_key:
            c.execute(
                "INSERT INTO text_keys VALUES (?, ?)",
                (event_id(cast(UUID, stored.originator_id), stored.originator_version), stored.text_key),
            )
        return position

    def _insert_answer(
        self, c: SQLiteCursor, command: Command, receipt: Receipt, fingerprint: str, position: int
    ) -> None:
        c.execute(
            "INSERT INTO commands VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                command.by.id, command.key, command.NAME, fingerprint, receipt.id,
                json.dumps(receipt.event_ids), receipt.version, position, receipt.recorded_at,
            ),
        )  # fmt: skip
