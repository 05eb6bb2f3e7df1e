"""Builds the library's parts around our recorder and mapper."""

from typing import Any

from eventsourcing.persistence import AggregateRecorder, ApplicationRecorder, InfrastructureFactory, Mapper, Transcoder
from eventsourcing.sqlite import SQLiteTrackingRecorder
from eventsourcing.utils import Environment

from adapters.event_store.datastore import LogDatastore
from adapters.event_store.mapper import FactMapper
from adapters.event_store.recorder import LogRecorder


class LogFactory(InfrastructureFactory[SQLiteTrackingRecorder]):
    """Gives Coordination its event store on one SQLite file."""

    def __init__(self, path: str) -> None:
        super().__init__(Environment("ica-ledger", {}))
        self.datastore = LogDatastore(path)
        self.datastore.create_tables()
        self.recorder = LogRecorder(self.datastore)

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
