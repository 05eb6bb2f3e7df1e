"""`make bench`: prints what takes how long; nothing is asserted, for machines differ."""

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from databases import Databases

from adapters.demonstration.load import load
from adapters.settings import Settings
from adapters.wiring import Service, open_service
from bench import asking, reading, writing
from bench.growing import BENCH, DONORS, STATES, grow

WRITTEN = 400
"""Events recorded for each way of writing."""
RUNS = 60
"""How often each question is asked."""


def report(
    events: int, kept: Path, folder: Path, databases: Databases, written: int = WRITTEN, runs: int = RUNS
) -> Iterator[str]:
    """Line by line, as it is measured; the large record is kept for the next time, what else is made in a folder."""
    yield "Two ways side by side, and how many times the first takes the second:"
    yield from map(str, writing.ways(databases, written))
    with _opened(kept) as large:
        if large.recorder.last_position() == 0:
            yield f"(making a record of {events:,} events in {kept}: some minutes, once)"
            grow(large, events)
        yield from map(str, reading.ways(large, STATES[0]))
        name, request = f"{events:,} events", _prepared(large)
    with _opened(folder / "demo.db") as small:
        load(small)
        known = _prepared(small)
    yield "From a signed command in Slack to its answer, by `ica serve` on loopback:"
    yield from _asked("demonstration", folder / "demo.db", "XBB", "XAA", known, runs)
    yield from _asked(name, kept, DONORS[0], STATES[0], request, runs)


def _prepared(service: Service) -> str:
    """A Coordinator in Slack; returns the name of a request to ask about."""
    service.record(BENCH, "link-person", {"slack": "T1/U1", "role": "coordinator"}, "bench-person")
    service.projector.catch_up()
    return reading.open_request(service)


def _asked(name: str, database: Path, donor: str, state: str, request: str, runs: int) -> Iterator[str]:
    asked = asking.questions(donor, state, request)
    yield from asking.waits(name, database, asked, asking.of_the_past(donor, state), runs)


@contextmanager
def _opened(path: Path) -> Iterator[Service]:
    path.parent.mkdir(parents=True, exist_ok=True)
    service = open_service(Settings(database_url=f"sqlite:///{path}"))
    service.projector.catch_up()
    yield service
    service.close()


def main() -> None:
    """Print the report."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--events", type=int, default=100_000)
    events = arguments.parse_args().events
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for line in report(events, Path(f".bench/{events}.db"), folder, Databases(folder, stack)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
