"""`ica` in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import CHOSEN, Databases
from outside.command_line import CommandLine


@pytest.fixture
def ica(tmp_path: Path, databases: Databases) -> Iterator[CommandLine]:
    """On a record of its own."""
    with databases.elsewhere(CHOSEN) as url:
        yield CommandLine(tmp_path, tmp_path / "record.db", url)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, databases: Databases) -> Iterator[CommandLine]:
    """On a record that the tests of a file share."""
    folder = tmp_path_factory.mktemp("shared")
    with databases.elsewhere(CHOSEN) as url:
        yield CommandLine(folder, folder / "record.db", url)
