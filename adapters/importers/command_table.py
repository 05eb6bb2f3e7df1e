"""`ica import csv --command NAME`: one command a row, under the names of its fields."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin

from adapters.flat import nested, without_none
from adapters.importers.columns import check_columns
from adapters.importers.line import Line
from adapters.importers.table import Table, read_table
from domain.command import COMMANDS, Command
from domain.errors import InvalidCommand
from domain.parsing import body_fields, is_required
from domain.values import Money

KEY = "id"
"""The column that names a row's idempotency key."""


def read(path: Path, *, command: str) -> Iterator[Line]:
    """Each row as a command; raises UnreadableFile for a column that is no field of it."""
    kind = COMMANDS[command]
    table = read_table(path)
    needed = [name for name, (item, _) in body_fields(kind).items() if is_required(item)]
    check_columns(table.name, table.header, _columns(kind), needed)
    return _lines(table, kind)


def _columns(kind: type[Command]) -> list[str]:
    """Every field, every part of a nested one, and the key."""
    columns = [KEY]
    for name, (_, hint) in body_fields(kind).items():
        columns += [name, *(f"{name}.{part}" for part in _parts(without_none(hint)))]
    return columns


def _parts(hint: Any) -> list[str]:
    if hint is Money:
        return ["amount", "currency"]
    if is_dataclass(hint):
        return [item.name for item in fields(hint)]
    key = get_args(hint)[0] if get_origin(hint) is dict else None
    return [member.value for member in key] if isinstance(key, type) and issubclass(key, Enum) else []


def _lines(table: Table, kind: type[Command]) -> Iterator[Line]:
    seen: Counter[str] = Counter()
    for number, row in table.rows():
        yield Line(number, refused=row) if isinstance(row, str) else _line(number, row, kind, seen)


def _line(number: int, row: dict[str, str], kind: type[Command], seen: Counter[str]) -> Line:
    key = row.pop(KEY, None)
    if key is None:
        digest = hashlib.sha256(json.dumps([kind.NAME, row], sort_keys=True).encode()).hexdigest()[:32]
        seen[digest] += 1
        key = f"row:{digest}:{seen[digest]}"
    try:
        body = nested(kind, ((column, _cell(kind, column, cell)) for column, cell in row.items()))
    except InvalidCommand as problem:
        said = "; ".join(f"{error.field}: {error.message}" for error in problem.errors)
        return Line(number, refused=said)
    return Line(number, ((kind.NAME, key, body),))


def _cell(kind: type[Command], column: str, cell: str) -> str:
    """Spreadsheets shout TRUE and FALSE."""
    known = body_fields(kind).get(column)
    return cell.casefold() if known and without_none(known[1]) is bool else cell
