"""A record on disk for each test, with a clock that can be set."""

from collections.abc import Iterator

import pytest
from builders import Clock, Kept, open_record
from databases import database, databases  # noqa: F401 - fixtures
from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "record",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)
settings.load_profile("record")


@pytest.fixture
def clock() -> Clock:
    """2025-06-15 at noon, until a test says otherwise."""
    return Clock()


@pytest.fixture
def record(database: str, clock: Clock) -> Iterator[Kept]:  # noqa: F811 - the fixture of that name
    """A record of its own, on a real database."""
    kept = open_record(database, clock)
    yield kept
    kept.close()
