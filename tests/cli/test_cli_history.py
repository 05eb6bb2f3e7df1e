"""`ica history`: a State's history for a person, as JSON and as CSV, at any moment."""

import csv
import io
import json
import subprocess
from typing import Any

import pytest
from outside.command_line import ICA, CommandLine


def _line(command: str, **body: Any) -> str:
    return json.dumps({"command": command, **body})


@pytest.fixture(scope="module")
def told(shared: CommandLine) -> CommandLine:
    """A request, a hidden pledge, a correction, and a text that would steer a terminal."""
    need = "Clear\nthe north \x1b[31mnow\x1b[0m, =SUM(A1); الشمال"
    euro = {"amount": "5", "currency": "EUR"}
    source = {"kind": "letter", "ref": "NV 4"}
    request = {"state": "XAA", "article": 4, "nature": ["legal"], "need": need, "source": source}
    pledge = {"donor": "NOR", "state": "XAA", "visibility": "coordinators", "money": euro}
    lines = [
        _line("submit-request", id="r", occurred_on="2020-01-05", **request),
        _line("make-pledge", id="p", occurred_on="2021-01-05", **pledge),
        _line("disburse-pledge", id="d", pledge_id="key:p", paid_on="2022-01-05", money=euro),
    ]
    (shared.folder / "told.jsonl").write_text("\n".join(lines), encoding="utf-8")
    shared.done("import", "commands", "told.jsonl")
    shared.done("do", "correct", "--event-id", "key:d", "--changes.paid_on", "2022-02-05", "--why", "Bank.")
    return shared


def test_for_a_person(told: CommandLine) -> None:
    """One line a fact, in the order of recording: day, sentence, source and marks; no text breaks a line or steers."""
    lines = told.afresh("history", "XAA").out.splitlines()

    assert [line[:10] for line in lines] == ["2020-01-05", "2021-01-05", "2022-02-05", "2022-02-05"]
    assert "Clear the north" in lines[0]
    assert "[letter NV 4]" in lines[0]
    assert "الشمال" in lines[0]
    assert "(coordinators)" in lines[1]
    assert "corrected by" in lines[2]
    assert not any(ord(letter) < 32 or 126 < ord(letter) < 160 for line in lines for letter in line)


def test_as_json(told: CommandLine) -> None:
    """The items of the audit endpoint."""
    items = json.loads(told.done("history", "arvandor", "--json").out)["items"]
    assert [item["kind"] for item in items] == [
        "request.submitted", "pledge.made", "pledge.disbursed", "fact.corrected",
    ]  # fmt: skip
    assert {"position", "event_id", "summary", "detail", "refs", "proof", "corrected_by"} <= set(items[0])
    assert items[0]["detail"]["need"].startswith("Clear\nthe north \x1b[31mnow")


def test_as_csv(told: CommandLine) -> None:
    """As over HTTP."""
    rows = list(csv.DictReader(io.StringIO(told.done("history", "XAA", "--csv").out, newline="")))
    assert [row["occurred_on"] for row in rows] == ["2020-01-05", "2021-01-05", "2022-02-05", "2022-02-05"]
    assert rows[0]["source.ref"] == "NV 4"


def test_at_a_moment(told: CommandLine) -> None:
    """As of a day, as known at a time, and both."""
    before = told.log()[2]["recorded_at"]

    def days(*words: str) -> list[str]:
        items = json.loads(told.done("history", "XAA", "--json", *words).out)["items"]
        return [item["occurred_on"] for item in items]

    assert days("--as-of", "2021-12-31") == ["2020-01-05", "2021-01-05"]
    assert days("--known-at", before) == ["2020-01-05", "2021-01-05", "2022-01-05"]
    assert days("--known-at", before, "--as-of", "2022-01-04") == ["2020-01-05", "2021-01-05"]
    assert days("--known-at", "2020-01-01") == []


def test_of_a_donor_and_of_nothing(told: CommandLine) -> None:
    """A donor's history is what it gave; nothing on record is said, not an error."""
    assert len(told.done("history", "Norway").out.splitlines()) == 3
    assert "Nothing is on record for LAO" in told.done("history", "Lao PDR").out
    assert json.loads(told.done("history", "LAO", "--json").out)["items"] == []
    assert told.done("history", "LAO", "--csv").out.count("\n") == 1


def test_a_reader_that_has_enough(told: CommandLine) -> None:
    """`ica history … | head -1` ends without a traceback."""
    ended = subprocess.run(
        ["sh", "-c", '"$0" history XAA --json | head -1', ICA],
        env=told.environment(), cwd=told.folder, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert ended.stdout == b"{\n"
    assert b"Traceback" not in ended.stderr
