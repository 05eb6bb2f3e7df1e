"""`ica import article7`: which Article 7 reports were filed, one report a row."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from adapters.importers.columns import check_columns
from adapters.importers.line import Line
from adapters.importers.table import Table, read_table
from domain import names

FORMS = {f"form_{letter}": letter.upper() for letter in "abcdefghij"}
NEEDED = ("state", "kind", "year", "filed_on")
COLUMNS = (*NEEDED, *FORMS, "needs", "url")
AS_WRITTEN = {f"forms.{letter}": column for column, letter in FORMS.items()}
"""The column in which each part of the commands was written."""


def read(path: Path) -> Iterator[Line]:
    """Each row's report; raises UnreadableFile where the file is not this table."""
    table = read_table(path)
    check_columns(table.name, table.header, COLUMNS, NEEDED)
    return _lines(table)


def _lines(table: Table) -> Iterator[Line]:
    for number, row in table.rows():
        if isinstance(row, str):
            yield Line(number, refused=row)
        else:
            yield Line(number, (("file-article7-report", _key(row), _report(row)),), columns=AS_WRITTEN)


def _report(row: dict[str, str]) -> dict[str, object]:
    forms = {letter: _word(row[column]) for column, letter in FORMS.items() if column in row}
    words: dict[str, object] = {name: row[name] for name in (*NEEDED, "needs", "url") if name in row}
    words["kind"] = row.get("kind", "").casefold()
    source: dict[str, object] = {
        "kind": "article7",
        "ref": " ".join(("Article 7", *(row.get(name, "") for name in NEEDED))),
    }
    if "url" in row:
        source["url"] = row["url"]
    return words | ({"forms": forms} if forms else {}) | {"source": source}


def _word(cell: str) -> str:
    """`Not applicable` as the contract's own word for it."""
    return "_".join(cell.casefold().replace("-", " ").replace("_", " ").split())


def _key(row: dict[str, str]) -> str:
    """The report and all that the row says of it: a repeat meets itself, other words meet the rule of one report."""
    try:
        state = names.state(row.get("state", ""))
    except ValueError:
        state = row.get("state", "")
    digest = hashlib.sha256(json.dumps(_report(row | {"state": state}), sort_keys=True).encode()).hexdigest()[:16]
    return ":".join(("article7", state, row.get("kind", "").casefold(), row.get("year", ""), digest))
