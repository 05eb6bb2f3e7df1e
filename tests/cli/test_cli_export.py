"""`ica export`: what leaves the record says for whose eyes it is, and holds no more than that."""

import csv
import io
import json
from typing import Any

import pytest
from outside.command_line import CommandLine
from outside.workbook import sheet

CIRCLES = ("public", "states_parties", "coordinators")
FORMULA = "=1+1"


@pytest.fixture(scope="module")
def told(shared: CommandLine) -> CommandLine:
    """One pledge for each circle to one State, one to another, and a token."""
    lines = [
        {
            "command": "make-pledge",
            "donor": "NOR",
            "state": state,
            "visibility": circle,
            "in_kind": f"{FORMULA} {circle}",
        }
        for state, circle in (*(("XAA", circle) for circle in CIRCLES), ("XAB", "public"))
    ]
    (shared.folder / "told.jsonl").write_text("\n".join(map(json.dumps, lines)))
    shared.done("import", "commands", "told.jsonl")
    shared.done("token", "create", "--role", "reader")
    return shared


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize(
    ("clearance", "seen"),
    [("public", CIRCLES[:1]), ("states_parties", CIRCLES[:2]), ("coordinators", CIRCLES), ("all", CIRCLES)],
)
def test_a_history_for_a_circle(clearance: str, seen: tuple[str, ...], told: CommandLine) -> None:
    """It holds what that circle may see, and each row says for whom it was made."""
    rows = _rows(told.done("export", "history", "--state", "XAA", "--clearance", clearance).out)
    assert [row["visibility"] for row in rows] == list(seen)
    assert {row["clearance"] for row in rows} == {clearance}
    named = {row["recorded_by"].startswith("cli:") for row in rows}
    assert named == {clearance in {"coordinators", "all"}}


def test_a_history_is_for_states_parties_unless_told(told: CommandLine) -> None:
    """And by a State's name; without a State it is everybody's."""
    assert len(_rows(told.done("export", "history", "--state", "arvandor").out)) == 2
    assert {row["recipient"] for row in _rows(told.done("export", "history").out)} == {"XAA", "XAB"}


def test_a_history_as_csv(told: CommandLine) -> None:
    """Written to the file that is named, and said on standard error; no cell is run."""
    done = told.done("export", "history", "--state", "XAA", "-o", "history.csv")
    assert (done.out, "2 rows written to history.csv" in done.err) == ("", True)
    text = (told.folder / "history.csv").read_bytes().decode("utf-8")
    assert [row["kind"] for row in _rows(text)] == ["pledge.made"] * 2
    assert not any(cell.startswith("=") for row in _rows(text) for cell in row.values())


def test_a_history_as_json(told: CommandLine) -> None:
    """The items of the audit endpoint, each with its clearance."""
    told.done("export", "history", "--state", "XAA", "-o", "history.json", "--clearance", "public")
    items = json.loads((told.folder / "history.json").read_bytes())["items"]
    assert [(item["detail"]["in_kind"], item["clearance"]) for item in items] == [(f"{FORMULA} public", "public")]


def test_a_history_as_a_workbook(told: CommandLine) -> None:
    """Every cell is text: nothing is run, nothing is rounded; one column says for whom it was made."""
    told.done("export", "history", "--state", "XAA", "-o", "history.xlsx")
    header, *rows = sheet((told.folder / "history.xlsx").read_bytes())

    assert len(rows) == 2
    told_by_row = [dict(zip(header, row, strict=True)) for row in rows]
    assert [row["clearance"] for row in told_by_row] == ["states_parties"] * 2
    assert [row["visibility"] for row in told_by_row] == ["public", "states_parties"]


def _log(told: CommandLine, *words: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in told.done("export", "log", *words).out.splitlines()]


def test_the_log(told: CommandLine) -> None:
    """JSON Lines, one an event, in order and all of them, tokens included: for whoever runs the machine."""
    log = _log(told)
    assert [event["position"] for event in log] == list(range(1, len(log) + 1))
    assert [event["kind"] for event in log] == ["pledge.made"] * 4 + ["token.created"]
    assert {event["clearance"] for event in log} == {"all"}


@pytest.mark.parametrize(
    ("clearance", "count"), [("public", 2), ("states_parties", 3), ("coordinators", 4), ("all", 5)]
)
def test_the_log_for_a_circle(clearance: str, count: int, told: CommandLine) -> None:
    """What that circle may see, and no trace of the rest."""
    log = _log(told, "--clearance", clearance)
    assert len(log) == count
    assert {event["clearance"] for event in log} == {clearance}
    assert ("coordinators" in json.dumps(log)) == (clearance in {"coordinators", "all"})


def test_the_log_to_a_file(told: CommandLine) -> None:
    """Under `-o`, the same bytes."""
    told.done("export", "log", "-o", "log.jsonl")
    assert (told.folder / "log.jsonl").read_text("utf-8") == told.afresh("export", "log").out
    refused = told("export", "log", "-o", "log.csv")
    assert (refused.code, "jsonl" in refused.err) == (1, True)
    assert not (told.folder / "log.csv").exists()
