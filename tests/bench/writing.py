"""How fast facts are recorded: each on disk before it is answered."""

from collections.abc import Iterator
from contextlib import contextmanager

from databases import KINDS, Databases

from adapters.importers.line import Line
from adapters.importers.run import Import
from adapters.settings import Settings
from adapters.wiring import Service, open_service
from bench.clock import Pair, seconds
from bench.growing import BENCH, EVENTS_OF_A_CASE, Said, case


def ways(databases: Databases, events: int) -> Iterator[Pair]:
    """A batch beside single commands, PostgreSQL beside SQLite."""
    cases = [list(case(number)) for number in range(1, events // EVENTS_OF_A_CASE + 1)]
    single = {kind: _single(databases, kind, cases) for kind in KINDS}
    batch = {kind: _batch(databases, kind, cases) for kind in KINDS}
    for kind in KINDS:
        yield Pair(f"{events:,} events on {kind}: one by one : imported", single[kind], batch[kind])
    yield Pair(f"{events:,} events one by one: postgresql : sqlite", single["postgresql"], single["sqlite"])
    yield Pair(f"{events:,} events imported: postgresql : sqlite", batch["postgresql"], batch["sqlite"])


def _single(databases: Databases, kind: str, cases: list[list[Said]]) -> float:
    with _fresh(databases, kind) as service:
        said = [each for steps in cases for each in steps]
        return seconds(lambda: [service.record(BENCH, name, body, key) for name, key, body in said])


def _batch(databases: Databases, kind: str, cases: list[list[Said]]) -> float:
    with _fresh(databases, kind) as service:
        lines = [Line(number, tuple(steps)) for number, steps in enumerate(cases, start=1)]
        return seconds(lambda: Import(service, BENCH).run(lines))


@contextmanager
def _fresh(databases: Databases, kind: str) -> Iterator[Service]:
    with databases.fresh(kind) as url:
        service = open_service(Settings(database_url=url))
        yield service
        service.close()
