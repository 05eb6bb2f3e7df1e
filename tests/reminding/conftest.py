"""A fake Slack and a record whose clock walks."""

from collections.abc import Iterator

import pytest
from fake_slack import FakeSlack

from .walking import Walk, walking


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    """Nothing that Slack refuses by its own rules goes unnoticed, but that it does not let us look."""
    with FakeSlack() as fake:
        yield fake
        assert [each for each in fake.refusals if each.error != "missing_scope"] == []


@pytest.fixture
def walk(slack: FakeSlack, database: str) -> Iterator[Walk]:
    """Nothing on record yet."""
    with walking(database, slack) as begun:
        yield begun
