"""`ica import states-parties`: who signed, joined and left the Convention, one State a row."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from adapters.importers.line import Line, UnreadableFile

COLUMNS = ("iso3", "name", "signature", "deposit", "action", "status", "withdrawal_notified", "withdrawal_effective")
SOURCE = {"kind": "other", "ref": "UNTC XXVI-6", "title": "Convention on Cluster Munitions, status of treaties"}


def read(path: Path) -> Iterator[Line]:
    """Each row's acts; raises UnreadableFile where the file is not this table."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as problem:
        raise UnreadableFile(f"{path.name} is not UTF-8 text: {problem}.") from None
    table = csv.DictReader(io.StringIO(text, newline=""))
    if missing := [column for column in COLUMNS if column not in (table.fieldnames or ())]:
        raise UnreadableFile(f"{path.name} lacks the columns {', '.join(missing)}: it needs {', '.join(COLUMNS)}.")
    return (_line(number, row) for number, row in enumerate(table, start=1))


def _line(number: int, row: dict[str, str]) -> Line:
    given = {column: (row.get(column) or "").strip() for column in COLUMNS}
    state = given["iso3"] or given["name"]
    if not state:
        return Line(number, refused="iso3: name the State by its code.")
    commands = tuple(_acts(given, state))
    if not commands:
        return Line(number, refused="signature, deposit: the row has neither, so it says nothing.")
    return Line(number, commands)


def _acts(given: dict[str, str], state: str) -> Iterator[tuple[str, str, dict[str, object]]]:
    common: dict[str, object] = {"state": state, "visibility": "public", "source": SOURCE}
    if given["signature"]:
        yield "record-signature", f"untc:{state}:signature", common | {"signed_on": given["signature"]}
    if given["deposit"]:
        body = common | {"deposited_on": given["deposit"], "action": given["action"].lower()}
        yield "record-accession", f"untc:{state}:deposit", body
    if given["withdrawal_notified"]:
        body = common | {"notified_on": given["withdrawal_notified"]}
        if given["withdrawal_effective"]:
            body["effective_on"] = given["withdrawal_effective"]
        yield "record-withdrawal", f"untc:{state}:withdrawal", body
