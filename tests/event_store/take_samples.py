"""Writes the first event of each kind that has no sample yet: `python tests/event_store/take_samples.py ica.db`.

A sample is what the log holds, byte for byte, and what it means. Once written it is never written again.
"""

import json
import sys
from base64 import b64encode
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from eventsourcing.persistence import StoredEvent

from adapters.event_store.factory import LogFactory
from domain.coordination import Coordination
from domain.fact import Fact, event_id

SAMPLES = Path(__file__).parents[1] / "samples"
COMMON = ("occurred_on", "recorded_by", "recorded_as", "reported_by", "source", "visibility", "note")


def meaning(fact: Fact) -> dict[str, Any]:
    """All that a fact says, as plain JSON."""
    common = {name: getattr(fact, name) for name in COMMON}
    return {"timestamp": fact.timestamp.isoformat()} | common | fact.own_fields()


def take(database: Path) -> list[str]:
    """The topics that were written."""
    factory, taken = LogFactory(str(database)), []
    coordination = Coordination(factory, factory.recorder, lambda: datetime.now(UTC), UTC)
    with factory.datastore.transaction(commit=False) as cursor:
        cursor.execute("SELECT * FROM stored_events ORDER BY position")
        rows = cursor.fetchall()
    for row in rows:
        path = SAMPLES / f"{row['topic']}.json"
        if path.exists():
            continue
        stored = StoredEvent(UUID(row["originator_id"]), row["originator_version"], row["topic"], row["state"])
        key = factory.recorder.text_key(event_id(stored.originator_id, stored.originator_version))
        sample = {
            "originator_id": str(stored.originator_id),
            "originator_version": stored.originator_version,
            "topic": stored.topic,
            "state": stored.state.decode(),
            "text_key": b64encode(key).decode() if key else None,
            "says": meaning(coordination.mapper.to_domain_event(stored)),  # type: ignore[arg-type]
        }
        path.write_text(json.dumps(sample, indent=2, ensure_ascii=False) + "\n", "utf-8")
        taken.append(stored.topic)
    coordination.close()
    return taken


if __name__ == "__main__":
    print("\n".join(take(Path(sys.argv[1]))))
