"""A rehearsal: what the real record would answer, while it is neither changed nor kept from anybody."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from eventsourcing.persistence import StoredEvent

from adapters.event_store.datastore import LogDatastore
from adapters.event_store.factory import Log
from adapters.event_store.recorder import LogRecorder
from adapters.event_store.recording import LogRecording
from adapters.wiring import Service
from domain.coordination import Coordination
from domain.memory import Answered


@contextmanager
def rehearsing(service: Service) -> Iterator[Service]:
    """A service that knows all that is on record, and keeps what is recorded in it in a file that is thrown away."""
    with TemporaryDirectory(prefix="ica-rehearsal-") as folder:
        datastore = LogDatastore(str(Path(folder) / "rehearsal.db"))
        datastore.create_tables()
        recorder = RehearsedRecorder(datastore, service.recorder)
        log = Log(datastore, recorder)
        with closing(Coordination(log, recorder, service.now, service.settings.zone)) as coordination:
            yield replace(service, coordination=coordination, recorder=recorder, datastore=datastore)


class RehearsedRecorder(LogRecorder):
    """Writes to its own file; reads what is there after what is on the real record.

    A real stream is read as far as it went when it was first looked at: what others record meanwhile is not seen.
    """

    def __init__(self, datastore: LogDatastore, real: LogRecording) -> None:
        super().__init__(datastore)
        self._real = real
        self._as_found: dict[UUID, int] = {}

    def streams(self, name: str) -> list[UUID]:
        """Streams of either that know this id or name."""
        return list(dict.fromkeys([*self._real.streams(name), *super().streams(name)]))

    def answered(self, actor: str, key: str) -> Answered | None:
        """The answer an actor's key was given in either."""
        return super().answered(actor, key) or self._real.answered(actor, key)

    def made_by_anyone(self, key: str) -> str | None:
        """The id of what was first made under a key in either."""
        return self._real.made_by_anyone(key) or super().made_by_anyone(key)

    def text_key(self, event: str) -> bytes | None:
        """The key of an event's texts."""
        return super().text_key(event) or self._real.text_key(event)

    def select_events(self, originator_id: UUID | str, **asked: Any) -> Sequence[StoredEvent]:
        """A whole stream, in order: no part of one is asked for."""
        if any(asked.values()):
            raise NotImplementedError(asked)
        stream = UUID(str(originator_id))
        real = self._real.select_events(stream)
        known = real[: self._as_found.setdefault(stream, len(real))]
        return [*known, *super().select_events(stream)]
