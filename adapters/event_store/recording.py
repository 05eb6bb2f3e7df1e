"""What is written in one transaction with each event: leaf hash, names, the command's answer, keys of texts."""

import json
from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from eventsourcing.persistence import StoredEvent

from adapters.event_store.leaves import leaf_hash
from adapters.event_store.mapper import SealedEvent
from adapters.event_store.store import Cursor
from adapters.event_store.streams import LogStreams
from domain.command import Command
from domain.fact import event_id
from domain.memory import Receipt


class LogRecording(LogStreams):
    """A recorder of the library over our own tables, in words that both databases understand.

    Positions and leaf indexes are counted on from the last, under the lock of whoever writes: neither has a gap, a
    transaction that is rolled back leaves no trace, and the same facts have the same positions on either database.
    """

    def _insert_events(self, c: Any, stored_events: Sequence[StoredEvent], **said: Any) -> Sequence[int] | None:
        positions = [self._insert_event(c, cast(SealedEvent, stored)) for stored in stored_events]
        self._insert_answer(c, said["command"], said["receipt"], said["fingerprint"], positions[-1])
        return positions

    def _insert_event(self, c: Cursor, stored: SealedEvent) -> int:
        stream = str(stored.originator_id)
        c.execute(
            "INSERT INTO stored_events (position, originator_id, originator_version, topic, state) "
            "SELECT COALESCE(MAX(position), 0) + 1, ?, ?, ?, ? FROM stored_events RETURNING position",
            (cast(UUID, stored.originator_id).hex, stored.originator_version, stored.topic, stored.state),
        )
        position = int(c.fetchone()["position"])
        c.execute(
            "INSERT INTO leaves SELECT COALESCE(MAX(leaf_index) + 1, 0), ?, ? FROM leaves",
            (position, leaf_hash(stored)),
        )
        c.executemany(
            "INSERT INTO names SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM names WHERE name = ? AND stream = ?)",
            [(name, stream, position, name, stream) for name in sorted(stored.names)],
        )
        for erased in stored.erases:
            c.execute("DELETE FROM text_keys WHERE event_id = ?", (erased,))
        if stored.text_key:
            c.execute(
                "INSERT INTO text_keys VALUES (?, ?)",
                (event_id(cast(UUID, stored.originator_id), stored.originator_version), stored.text_key),
            )
        return position

    def _insert_answer(self, c: Cursor, command: Command, receipt: Receipt, fingerprint: str, position: int) -> None:
        c.execute(
            "INSERT INTO commands VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                command.by.id, command.key, command.NAME, fingerprint, receipt.id,
                json.dumps(receipt.event_ids), receipt.version, position, receipt.recorded_at,
            ),
        )  # fmt: skip
