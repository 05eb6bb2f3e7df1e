"""A record on disk for each test, with a clock that can be set."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import Clock, Kept, open_record
from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "record",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)
settings.load_profile("record")


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a record in which nothing was recorded."""
    path = tmp_path_factory.mktemp("blank") / "record.db"
    open_record(path, Clock()).close()
    return path


@pytest.fixture
def clock() -> Clock:
    """2025-06-15 at noon, until a test says otherwise."""
    return Clock()


@pytest.fixture
def record(tmp_path: Path, clock: Clock, blank: Path) -> Iterator[Kept]:
    """A record of its own, on a real SQLite file."""
    kept = open_record(shutil.copy(blank, tmp_path / "record.db"), clock)
    yield kept
    kept.close()
