"""Builds the library's parts around our recorder and mapper."""

from typing import Any

from eventsourcing.persistence import AggregateRecorder, ApplicationRecorder, InfrastructureFactory, Mapper, Transcoder
from eventsourcing.utils import Environment

from adapters.event_store.datastore import LogDatastore
from adapters.event_store.mapper import FactMapper
from adapters.event_store.recorder import LogRecorder
from adapters.event_store.recording import LogRecording
from adapters.event_store.store import Datastore


class Log(InfrastructureFactory[Any]):
    """Gives Coordination its event store, on whichever database."""

    def __init__(self, datastore: Datastore, recorder: LogRecording) -> None:
        super().__init__(Environment("ica-ledger", {}))
        self.datastore, self.recorder = datastore, recorder

    def mapper(self, transcoder: Transcoder | None = None, mapper_class: Any = None) -> Mapper[Any]:  # noqa: ARG002
        """Facts and bytes."""
        assert transcoder is not None
        return FactMapper(transcoder, self.recorder.text_key)

    def application_recorder(self) -> ApplicationRecorder:
        """The one recorder."""
        return self.recorder

    def aggregate_recorder(self, purpose: str = "events") -> AggregateRecorder:
        """No snapshots are kept: streams are short."""
        raise NotImplementedError(purpose)

    def tracking_recorder(self, tracking_recorder_class: Any = None) -> Any:
        """Views keep their own position."""
        raise NotImplementedError

    def process_recorder(self) -> Any:
        """Views keep their own position."""
        raise NotImplementedError

    def close(self) -> None:
        """Close every connection."""
        self.datastore.close()


class LogFactory(Log):
    """The log on one SQLite file, which creates itself."""

    def __init__(self, path: str) -> None:
        datastore = LogDatastore(path)
        datastore.create_tables()
        super().__init__(datastore, LogRecorder(datastore))
