"""The log as the views read it: which things changed, and all facts of each."""

from collections.abc import Iterable, Sequence
from typing import cast
from uuid import UUID

from eventsourcing.persistence import Mapper

from adapters.event_store.lookups import LogLookups
from domain.fact import Fact
from projections.recorded import Recorded


class LogReader:
    """Reads facts with their positions and hashes."""

    def __init__(self, recorder: LogLookups, mapper: Mapper[UUID]) -> None:
        self._recorder, self._mapper = recorder, mapper

    def last_position(self) -> int:
        """The position of the last event."""
        return self._recorder.last_position()

    def changed(self, after: int, limit: int) -> tuple[Sequence[UUID], int]:
        """The streams of the next events after a position, and the position of the last of these events."""
        found = self._recorder.changed_after(after, limit)
        return list(dict.fromkeys(stream for stream, _ in found)), found[-1][1] if found else after

    def things(self, streams: Iterable[UUID | str], up_to: int) -> list[list[Recorded]]:
        """All facts of each stream, up to a position."""
        return [self._facts(UUID(str(stream)), up_to) for stream in streams]

    def _facts(self, stream: UUID, up_to: int) -> list[Recorded]:
        return [
            Recorded(row.position, cast(Fact, self._mapper.to_domain_event(row.stored)), row.leaf_index, row.leaf_hash)
            for row in self._recorder.of_stream(stream, up_to)
        ]
