"""The measurements run: how fast is for `make bench` to say."""

from itertools import takewhile
from pathlib import Path

from databases import Databases

from bench.run import report


def test_everything_is_measured(tmp_path: Path, databases: Databases) -> None:
    """On a small record every way and every question has its line, and the record is kept."""
    place = (80, tmp_path / "kept.db", tmp_path, databases)
    first = list(report(*place, written=16, runs=1))
    again = list(takewhile(lambda line: "history" not in line, report(*place, written=16, runs=1)))

    assert sum(line.endswith(" x") for line in first) == 8
    assert sum("p99" in line for line in first) == 70
    assert sum("first after start" in line for line in first) == 4
    assert (sum("making" in line for line in first), sum("making" in line for line in again)) == (1, 0)
