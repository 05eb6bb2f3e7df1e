"""A CSV file as rows by column name, whichever program wrote it: a byte order mark, Windows line ends, semicolons."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from adapters.importers.line import UnreadableFile

_DELIMITERS = (",", ";", "\t")
WRONG_LENGTH = "The row has {} cells and the header {}: give each column its cell, and put text with commas in quotes."


@dataclass(frozen=True)
class Table:
    """The header and, below it, each row with its number, counted from 1; rows without a word are passed over."""

    name: str
    header: tuple[str, ...]
    lines: list[list[str]]

    def rows(self) -> Iterator[tuple[int, dict[str, str] | str]]:
        """Each row's cells that say something, or why it cannot be read."""
        for number, cells in enumerate(self.lines, start=1):
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(self.header):
                yield number, WRONG_LENGTH.format(len(cells), len(self.header))
                continue
            yield (
                number,
                {column: cell.strip() for column, cell in zip(self.header, cells, strict=True) if cell.strip()},
            )


def read_table(path: Path) -> Table:
    """The whole table; raises UnreadableFile."""
    text = _text(path)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except csv.Error as problem:
        raise UnreadableFile(f"{path.name} is not a CSV file ({problem}): save it as CSV again.") from None
    if not lines:
        raise UnreadableFile(f"{path.name} is empty: its first line names the columns.")
    header = tuple(cell.strip() for cell in lines[0])
    if twice := sorted({column for column in header if header.count(column) > 1}):
        raise UnreadableFile(f"{path.name} names columns twice: {', '.join(map(repr, twice))}.")
    return Table(path.name, header, lines[1:])


def _delimiter(text: str) -> str:
    """The comma, unless the header holds none: then the first other that divides it. Cells are never guessed from."""
    header = text.lstrip("\r\n").splitlines()[0] if text.strip() else ""
    return next((mark for mark in _DELIMITERS if mark in header), ",")


def _text(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise UnreadableFile(f"{path.name} is not UTF-8 (byte {problem.start}): save it as UTF-8.") from None
    return text.lstrip("\r\n")
