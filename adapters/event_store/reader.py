"""The log as the views read it: which things changed, and all facts of each."""

from collections.abc import Iterable, Sequence
from typing import cast
from uuid import UUID

from eventsourcing.persistence import Mapper

from adapters.event_store.lookups import LoggedEvent, LogLookups
from domain.fact import Fact
from projections.recorded import Recorded

AT_ONCE = 500
"""Streams read at once."""


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
        wanted = [UUID(str(stream)) for stream in streams]
        facts: dict[UUID, list[Recorded]] = {stream: [] for stream in wanted}
        known = list(facts)
        for at in range(0, len(known), AT_ONCE):
            for row in self._recorder.of_streams(known[at : at + AT_ONCE], up_to):
                facts[cast(UUID, row.stored.originator_id)].append(self._recorded(row))
        return [facts[stream] for stream in wanted]

    def _recorded(self, row: LoggedEvent) -> Recorded:
        fact = cast(Fact, self._mapper.to_domain_event(row.stored))
        return Recorded(row.position, fact, row.leaf_index, row.leaf_hash)
