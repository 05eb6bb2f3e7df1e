"""`ica export deadlines` and `ica export overview`: a calendar and a year's figures, for whose eyes they say."""

import csv
import io
import json

import pytest
from icalendar import Calendar
from outside.command_line import CommandLine


@pytest.fixture(scope="module")
def told(shared: CommandLine) -> CommandLine:
    """A State Party with an obligation and a report, another that only Coordinators know of."""
    shared.done("do", "record-accession", "--state", "XAA", "--deposited_on", "2019-01-10", "--action", "accession")
    shared.done("do", "declare-obligation", "--state", "XAA", "--article", "4", "--occurred_on", "2020-01-01")
    for year, filed_on in (("2020", "2021-04-01"), ("2021", "2022-04-01")):
        report = ("--state", "XAA", "--kind", "annual", "--year", year, "--filed_on", filed_on)
        shared.done("do", "file-article7-report", *report)
    shared.done("do", "record-coverage", "--what", "article7", "--from_on", "2021-01-01")
    shared.done(
        "do", "record-accession", "--state", "XAB", "--deposited_on", "2019-01-10", "--action", "accession",
        "--visibility", "coordinators",
    )  # fmt: skip
    return shared


def _events(told: CommandLine, *words: str) -> list[tuple[str, str, str]]:
    told.done("export", "deadlines", "-o", "due.ics", *words)
    calendar = Calendar.from_ical((told.folder / "due.ics").read_bytes())
    return [
        (str(event["uid"]), event.decoded("dtstart").isoformat(), str(event["summary"]))
        for event in calendar.walk("VEVENT")
    ]


def test_deadlines_as_a_calendar(told: CommandLine) -> None:
    """Whole days with what is due; each under an id of its own that a second export repeats."""
    events = _events(told, "--state", "Arvandor")
    assert ("2029-07-01", "Arvandor: clearance (Article 4)") in [(day, what) for _, day, what in events]
    reports = [(day, what) for _, day, what in events if "annual" in what]
    assert ("2023-04-30", "Arvandor: annual Article 7 report for 2022") in reports
    assert not [what for _, what in reports if "2021" in what]
    ids = [uid for uid, _, _ in events]
    assert len(set(ids)) == len(ids)
    assert [uid for uid, _, _ in _events(told, "--state", "XAA")] == ids


def test_a_calendar_for_a_circle(told: CommandLine) -> None:
    """It holds what that circle may see, and says so."""
    assert {what.partition(":")[0] for _, _, what in _events(told)} == {"Arvandor"}
    assert "X-ICA-CLEARANCE:states_parties" in (told.folder / "due.ics").read_text("utf-8")
    assert len({what.partition(":")[0] for _, _, what in _events(told, "--clearance", "coordinators")}) == 2


def test_a_years_overview(told: CommandLine) -> None:
    """As JSON or as one row, with the same figures, of the year that is asked for."""
    told_json = json.loads(told.done("export", "overview", "--year", "2022").out)
    assert (told_json["year"], told_json["clearance"]) == (2022, "states_parties")
    assert told_json["article7"] == {"due": 1, "received": 1, "outstanding": 0, "percent_received": 100}
    assert told_json["articles"]["4"] == {"obligated": 1, "requested": 0, "deadlines": {"2029": 1}}
    told.done("export", "overview", "--year", "2022", "-o", "overview.csv")
    (row,) = csv.DictReader(io.StringIO((told.folder / "overview.csv").read_text("utf-8")))
    assert (row["article7.received"], row["articles.4.obligated"], row["articles.4.deadlines"]) == ("1", "1", "2029: 1")


@pytest.mark.parametrize("words", [("log", "--year", "2022"), ("overview", "--state", "XAA"), ("atom",)])
def test_misuse(words: tuple[str, ...], told: CommandLine) -> None:
    """What does not go with a kind, or is none: exit 2."""
    assert told("export", *words).code == 2
