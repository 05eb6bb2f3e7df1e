"""`ica` in a folder of its own."""

from pathlib import Path

import pytest
from outside.command_line import CommandLine


@pytest.fixture
def ica(tmp_path: Path) -> CommandLine:
    """On a record of its own."""
    return CommandLine(tmp_path, tmp_path / "record.db")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """On a record that the tests of a file share."""
    folder = tmp_path_factory.mktemp("shared")
    return CommandLine(folder, folder / "record.db")
