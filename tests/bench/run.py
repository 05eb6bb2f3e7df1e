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
from bench import reading, writing
from bench.growing import STATES, grow

WRITTEN = 400
"""Events recorded for each way of writing."""


def report(events: int, kept: Path, written: int = WRITTEN) -> Iterator[str]:
    """Line by line, as it is measured; the large record is kept for the next time."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        yield "Two ways side by side, and how many times the first takes the second:"
        yield from map(str, writing.ways(Databases(folder, stack), written))
        large = stack.enter_context(_opened(kept))
        if large.recorder.last_position() == 0:
            yield f"(making a record of {events:,} events in {kept}: some minutes, once)"
            grow(large, events)
        yield from map(str, reading.ways(large, STATES[0]))
        yield "What a question takes:"
        with _opened(folder / "demo.db") as small:
            load(small)
            yield from reading.questions(small, "demonstration", "XBB", "XAA")
        yield from reading.questions(large, f"{large.recorder.last_position():,} events")


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
    for line in report(events, Path(f".bench/{events}.db")):
        print(line, flush=True)


if __name__ == "__main__":
    main()
