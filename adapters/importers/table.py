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
    """The header and, below it, each row with its number as an editor shows it; empty rows are passed over."""

    name: str
    header: tuple[str, ...]
    lines: list[tuple[int, list[str]]]

    def rows(self) -> Iterator[tuple[int, dict[str, str] | str]]:
        """Each row's cells that say something, or why it cannot be read."""
        for number, cells in self.lines:
            if len(cells) != len(self.header):
                yield number, WRONG_LENGTH.format(len(cells), len(self.header))
            else:
                said = zip(self.header, cells, strict=True)
                yield number, {column: cell.strip() for column, cell in said if cell.strip()}


def read_table(path: Path) -> Table:
    """The whole table; raises UnreadableFile."""
    text = _text(path)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    lines: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                lines.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error as problem:
        raise UnreadableFile(
            f"{path.name} is not a CSV file (line {begins}: {problem}): save it as CSV again."
        ) from None
    if not lines:
        raise UnreadableFile(f"{path.name} is empty: its first line names the columns.")
    header = tuple(cell.strip() for cell in lines[0][1])
    if twice := sorted({column for column in header if header.count(column) > 1}):
        raise UnreadableFile(f"{path.name} names columns twice: {', '.join(map(repr, twice))}.")
    return Table(path.name, header, lines[1:])


def _delimiter(text: str) -> str:
    """The comma, unless the header holds none: then the first other that divides it. Cells are never guessed from."""
    header = text.lstrip().splitlines()[0] if text.strip() else ""
    return next((mark for mark in _DELIMITERS if mark in header), ",")


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise UnreadableFile(f"{path.name} is not UTF-8 (byte {problem.start}): save it as UTF-8.") from None
