"""A record with a small story in it, and somebody who asks about it."""

from collections.abc import Iterator

import pytest
from builders import Kept
from databases import CHOSEN, Databases
from halvora import Ask, asking, tell


@pytest.fixture(scope="package")
def story(databases: Databases) -> Iterator[Kept]:
    """One record for all tests that only read it."""
    with databases.fresh(CHOSEN) as url:
        record = tell(url)
        yield record
        record.close()


@pytest.fixture
def ask(story: Kept) -> Ask:
    """A question to the story, by a Coordinator unless said otherwise."""
    return asking(story)
