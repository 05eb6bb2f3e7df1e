"""The composition root: one running record, from its settings."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Engine

from adapters.auth.access import Access
from adapters.bell import Bell
from adapters.event_store.reader import LogReader
from adapters.event_store.recording import LogRecording
from adapters.event_store.store import Datastore
from adapters.projector import Projector
from adapters.settings import Settings
from adapters.storage import Storage, open_storage
from adapters.workspaces import Workspaces
from adapters.writer import Writer
from domain.actor import Actor
from domain.coordination import Coordination
from domain.memory import Receipt
from projections.queries import Queries


@dataclass
class Service:
    """The doors of one record: `writer` in, `queries` out, `projector` between them."""

    settings: Settings
    coordination: Coordination
    storage: Storage
    recorder: LogRecording
    datastore: Datastore
    writer: Writer
    reader: LogReader
    projector: Projector
    queries: Queries
    engine: Engine
    access: Access
    workspaces: Workspaces
    bell: Bell
    """Rings when there is something to tell in Slack."""

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


def utc_now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


def open_service(settings: Settings, clock: Callable[[], datetime] = utc_now) -> Service:
    """A record with its views prepared; the projector follows the log once it is started."""
    storage = open_storage(settings)
    log, engine = storage.log, storage.engine
    coordination = Coordination(log, log.recorder, clock, settings.zone)
    reader = LogReader(log.recorder, coordination.mapper)
    projector = Projector(engine, reader, news=storage.news)
    projector.prepare()
    writer = Writer(coordination, log.datastore, projector.wake)
    return Service(
        settings=settings,
        coordination=coordination,
        storage=storage,
        recorder=log.recorder,
        datastore=log.datastore,
        writer=writer,
        reader=reader,
        projector=projector,
        queries=Queries(engine, reader.things, lambda: coordination.memory().today, settings.zone),
        engine=engine,
        access=Access(coordination, log.recorder, writer.aside),
        workspaces=Workspaces(settings, engine),
        bell=Bell(),
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
