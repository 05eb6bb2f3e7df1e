"""A record with a small story in it, and somebody who asks about it."""

from collections.abc import Iterator

import pytest
from builders import Kept
from halvora import Ask, asking, tell


@pytest.fixture(scope="package")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    """One record for all tests that only read it."""
    record = tell(tmp_path_factory.mktemp("story") / "record.db")
    yield record
    record.close()


@pytest.fixture
def ask(story: Kept) -> Ask:
    """A question to the story, by a Coordinator unless said otherwise."""
    return asking(story)
