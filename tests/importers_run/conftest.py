"""`ica` in a folder of its own, and files in which lines are written."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from databases import either_database  # noqa: F401 - every import is tried on either database
from outside.command_line import CommandLine

Line = dict[str, Any] | str | bytes
Write = Callable[..., str]


@pytest.fixture
def ica(tmp_path: Path, database: str) -> CommandLine:
    """On a record of its own."""
    return CommandLine(tmp_path, tmp_path / "record.db", database)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A file of lines: objects as JSON, texts and bytes as they are; its name."""

    def write(*lines: Line, name: str = "lines.jsonl", end: bytes = b"\n", start: bytes = b"") -> str:
        tmp_path.joinpath(name).write_bytes(start + end.join(_bytes(lines)))
        return name

    return write


def _bytes(lines: Iterable[Line]) -> Iterable[bytes]:
    for line in lines:
        if isinstance(line, dict):
            yield json.dumps(line, ensure_ascii=False).encode()
        else:
            yield line.encode() if isinstance(line, str) else line
