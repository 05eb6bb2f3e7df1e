"""`ica import states-parties`: who signed, joined and left the Convention, one State a row."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from adapters.importers.line import Commands, Line, UnreadableFile
from domain.names import states
from domain.reading import Unreadable, read_date

COLUMNS = ("iso3", "name", "signature", "deposit", "action", "status", "withdrawal_notified", "withdrawal_effective")
DATES = ("signature", "deposit", "withdrawal_notified", "withdrawal_effective")
SOURCE = {"kind": "other", "ref": "UNTC XXVI-6", "title": "Convention on Cluster Munitions, status of treaties"}
AS_WRITTEN = {
    "state": "iso3", "signed_on": "signature", "deposited_on": "deposit", "notified_on": "withdrawal_notified",
    "effective_on": "withdrawal_effective",
}  # fmt: skip
"""The column in which each field of the commands was written."""
JOINED = frozenset({"state_party", "party", "withdrawn"})
"""Statuses that only a State with a deposit can have."""

Row = dict[str, str]


def read(path: Path) -> list[Line]:
    """Each row's acts, numbered as an editor shows them; raises UnreadableFile where the file is not this table."""
    table = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    lines: list[Line] = []
    try:
        header = [name.strip().casefold() for name in next(table, [])]
        if missing := [column for column in COLUMNS if column not in header]:
            raise UnreadableFile(f"{path.name} lacks the columns {', '.join(missing)}: it needs {', '.join(COLUMNS)}.")
        begins = table.line_num + 1
        for cells in table:
            if any(cell.strip() for cell in cells):
                lines.append(_line(begins, cells, header))
            begins = table.line_num + 1
    except csv.Error as problem:
        raise UnreadableFile(f"{path.name} is not a CSV file (line {table.line_num}: {problem}).") from None
    return lines


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as problem:
        raise UnreadableFile(f"{path.name} is not UTF-8 text ({problem}): save it as CSV in UTF-8.") from None


def _line(number: int, cells: list[str], header: list[str]) -> Line:
    if len(cells) > len(header):
        why = (
            f"The row has {len(cells)} cells and the header {len(header)}: put quotes around a cell with a comma in it."
        )
        return Line(number, refused=why)
    row = dict.fromkeys(COLUMNS, "") | {name: cell.strip() for name, cell in zip(header, cells, strict=False)}
    if wrong := list(_wrong(row)):
        return Line(number, refused="; ".join(wrong))
    return Line(number, _acts(row, states.state(row["iso3"] or row["name"])), columns=AS_WRITTEN)


def _wrong(row: Row) -> Iterator[str]:
    """What cannot be understood in a row, each thing with its column."""
    try:
        code = states.state(row["iso3"] or row["name"])
        if row["iso3"] and (named := states.named(row["name"])) and code not in named:
            yield f"name: {code} is {states.state_name(code)}, and the row says {row['name']}: correct one of the two."
    except ValueError as unknown:
        yield f"iso3: {unknown}"
    for column in DATES:
        try:
            read_date(row[column] or "2000-01-01")
        except Unreadable as problem:
            yield f"{column}: {problem}"
    if not row["signature"] and not row["deposit"]:
        yield "signature, deposit: the row has neither, so it says nothing: give the day of one."
    elif not row["deposit"]:
        yield from _not_without_deposit(row)
    elif row["signature"] > row["deposit"]:
        yield f"signature: {row['signature']} is after the deposit of {row['deposit']}: correct one of the two."
    if row["deposit"] and not row["action"]:
        yield "action: say how the State joined: ratification, accession, acceptance or approval."
    if not row["withdrawal_notified"] and (row["withdrawal_effective"] or row["status"].casefold() == "withdrawn"):
        yield "withdrawal_notified: a withdrawal begins with its notice: give the day of it."


def _not_without_deposit(row: Row) -> Iterator[str]:
    if row["status"].casefold() in JOINED or row["withdrawal_notified"]:
        yield "deposit: only a State that deposited is a party or withdraws: give the day, or empty those cells."


def _acts(row: Row, state: str) -> Commands:
    """What a State did, under keys made of what the row says: a table that says something new is not skipped."""
    common: dict[str, object] = {"state": state, "visibility": "public", "source": SOURCE}
    acts: list[tuple[str, dict[str, object]]] = []
    if row["signature"]:
        acts.append(("record-signature", {"signed_on": row["signature"]}))
    if row["deposit"]:
        acts.append(("record-accession", {"deposited_on": row["deposit"], "action": row["action"].casefold()}))
    if row["withdrawal_notified"]:
        left: dict[str, object] = {"notified_on": row["withdrawal_notified"]}
        if row["withdrawal_effective"]:
            left["effective_on"] = row["withdrawal_effective"]
        acts.append(("record-withdrawal", left))
    return tuple(
        (name, ":".join(["untc", state, name, *map(str, said.values())]), common | said) for name, said in acts
    )
