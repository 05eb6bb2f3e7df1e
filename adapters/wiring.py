"""The composition root: one running record, from its settings."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Engine

from adapters.auth.access import Access
from adapters.event_store.datastore import LogDatastore
from adapters.event_store.factory import LogFactory
from adapters.event_store.reader import LogReader
from adapters.event_store.recorder import LogRecorder
from adapters.projector import Projector
from adapters.settings import Settings
from adapters.views_store import views_engine
from adapters.writer import Writer
from domain.actor import Actor
from domain.coordination import Coordination
from domain.errors import RecordUnavailable
from domain.memory import Receipt
from projections.queries import Queries


@dataclass
class Service:
    """The doors of one record: `writer` in, `queries` out, `projector` between them."""

    settings: Settings
    coordination: Coordination
    recorder: LogRecorder
    datastore: LogDatastore
    writer: Writer
    reader: LogReader
    projector: Projector
    queries: Queries
    engine: Engine
    access: Access

    def today(self) -> str:
        """The day it is where the Coordinators are."""
        return self.now().astimezone(self.settings.zone).date().isoformat()

    def now(self) -> datetime:
        """The moment, in UTC."""
        return datetime.now(UTC)

    def record(
        self, by: Actor, name: str, body: Mapping[str, object], key: str, if_match: int | None = None
    ) -> Receipt:
        """Record a command and wait until it is on disk; raises DomainError or RecordUnavailable."""
        return self.writer.handle(self.coordination.receive(by, name, body, key, if_match))

    def close(self) -> None:
        """Finish what was begun and close the database."""
        self.writer.stop()
        self.projector.stop()
        self.engine.dispose()
        self.coordination.close()


def open_service(settings: Settings) -> Service:
    """A record with its views prepared; the projector follows the log once it is started."""
    path = settings.database_path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise RecordUnavailable(f"There is no folder for {path}: {problem.strerror}.") from problem
    factory = LogFactory(str(path))
    coordination = Coordination(factory, factory.recorder, lambda: datetime.now(UTC), settings.zone)
    reader = LogReader(factory.recorder, coordination.mapper)
    engine = views_engine(path)
    projector = Projector(engine, reader)
    projector.prepare()
    writer = Writer(coordination, factory.datastore, projector.wake)
    queries = Queries(engine, reader.things, lambda: coordination.memory().today, settings.zone)
    access = Access(coordination, factory.recorder, writer.aside)
    return Service(
        settings, coordination, factory.recorder, factory.datastore, writer, reader, projector, queries, engine, access
    )


@contextmanager
def running(settings: Settings) -> Iterator[Service]:
    """A record whose views follow the log until it is closed."""
    service = open_service(settings)
    service.projector.start()
    try:
        yield service
    finally:
        service.close()
