"""`ica export iati`: what is public to States Parties as IATI 2.03, valid, and the same totals when imported again."""

import os
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from outside.command_line import CommandLine

_DATA = Path(os.environ.get("ICA_REAL_DATA", Path(__file__).parents[3] / "shared" / "data"))
SCHEMA = _DATA / "iati" / "iati-activities-schema.xsd"
COMMANDS = (
    ("make-pledge", "first", {
        "donor": "NOR", "state": "XAA", "article": 4, "money.amount": "100.00", "money.currency": "EUR", "via": "HALO",
        "earmarking": "softly", "tied_status": "untied", "from_on": "2024-01-01", "until": "2025-12-31",
    }),
    ("commit-pledge", "", {"pledge_id": "key:first", "money": "90.00 EUR", "signed_on": "2024-02-01"}),
    ("disburse-pledge", "", {"pledge_id": "key:first", "money": "30.00 EUR", "paid_on": "2024-03-01"}),
    ("disburse-pledge", "", {"pledge_id": "key:first", "money": "30.00 EUR", "paid_on": "2024-03-01"}),
    ("reverse-payment", "", {"pledge_id": "key:first", "money": "5.00 EUR", "why": "Unspent."}),
    ("reverse-commitment", "", {"pledge_id": "key:first", "money": "2.00 EUR", "why": "Twice."}),
    ("shift-support", "", {
        "donor": "NOR", "state": "XAA", "direction": "cut", "money": "20.00 EUR", "unexplained": "true",
    }),
    ("register-organisation", "", {"name": "Demining Fund of Arvandor", "code": "DFA"}),
    ("make-pledge", "child", {"donor": "DFA", "state": "XAA", "money": "7 EUR", "parent_pledge_id": "key:first"}),
    ("commit-pledge", "", {"pledge_id": "key:child", "money": "7.00 EUR"}),
    ("make-pledge", "goods", {"donor": "JPN", "state": "LAO", "in_kind": "Two \x01 machines & <more>"}),
    ("make-pledge", "unknown", {"donor": "Norway", "state": "Lao PDR"}),
    ("commit-pledge", "", {"pledge_id": "key:unknown", "money": "1000 JPY"}),
    ("make-pledge", "held", {"donor": "NOR", "state": "XAB", "money": "999 EUR", "visibility": "coordinators"}),
    ("make-pledge", "open", {"donor": "NOR", "state": "XAC", "money": "3 EUR", "visibility": "public"}),
)  # fmt: skip


@pytest.fixture(scope="module")
def told(shared: CommandLine) -> CommandLine:
    """Support of every kind: cut, reversed, of a family, in kind, of unknown amount, held back, announced."""
    for command, key, fields in COMMANDS:
        words = [word for field, value in fields.items() for word in (f"--{field}", str(value))]
        shared.done("do", command, *words, *(("--key", key) if key else ()))
    return shared


def _exported(told: CommandLine, *words: str) -> etree._Element:
    told.done("export", "iati", "-o", "out.xml", *words)
    return etree.parse(str(told.folder / "out.xml")).getroot()


def _transactions(root: Any, state: str, kind: str) -> list[str]:
    """The values of one type of transaction to a State."""
    path = f"iati-activity[recipient-country/@code='{state}']/transaction[transaction-type/@code='{kind}']/value/text()"
    return [str(value) for value in root.xpath(path)]


@pytest.mark.skipif(not SCHEMA.is_file(), reason=f"the schemas of IATI are not in {SCHEMA.parent}")
def test_it_is_valid(told: CommandLine) -> None:
    """By IATI's own schema, with activities of every kind in it."""
    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    root = _exported(told)
    assert len(root) == 1 + 5
    assert schema.validate(root), schema.error_log


def test_what_is_pledged_committed_and_paid(told: CommandLine) -> None:
    """The pledge as it stands, each commitment and payment, reversals below zero, and what a cut took."""
    root = _exported(told)
    assert _transactions(root, "XAA", "12") == ["80.00", "7.00"]
    assert _transactions(root, "XAA", "2") == ["90.00", "-2.00", "-8.00", "7.00"]
    assert _transactions(root, "XAA", "3") == ["30.00", "30.00", "-5.00"]
    assert _transactions(root, "LA", "2") == ["1000"]
    assert root.xpath("//activity-status/@code") == ["2", "2", "1", "2", "1"]


@pytest.mark.parametrize(
    ("clearance", "written", "states"),
    [
        ("public", "public", {"XAC"}),
        *((each, "states_parties", {"XAA", "XAC", "LA"}) for each in ("states_parties", "coordinators", "all")),
    ],
)
def test_never_a_fact_for_coordinators(clearance: str, written: str, states: set[str], told: CommandLine) -> None:
    """Whatever clearance is asked for; the file says for whose eyes it is."""
    root = _exported(told, "--clearance", clearance)
    assert set(root.xpath("//recipient-country/@code")) == states
    assert f"clearance: {written}" in str(root.xpath("comment()")[0])
    assert "999" not in (told.folder / "out.xml").read_text("utf-8")


def test_one_party(told: CommandLine) -> None:
    """What a State receives or a donor gives."""
    assert set(_exported(told, "--state", "Lao PDR").xpath("//recipient-country/@code")) == {"LA"}
    donors = set(_exported(told, "--state", "NOR").xpath("//participating-org[@role='1']/narrative/text()"))
    assert donors == {"Norway"}


def test_there_and_back(told: CommandLine, tmp_path: Path) -> None:
    """Imported into a fresh record it gives the same totals, donors, terms and families; a second time, nothing."""
    told.done("export", "iati", "-o", "out.xml")
    fresh = CommandLine(tmp_path, tmp_path / "fresh.db")
    done = fresh.done("import", "iati", told.folder / "out.xml")
    assert done.out.startswith("4 lines taken, 1 skipped (1 without a pledge, commitment or payment), 0 refused")

    for state in ("XAA", "LAO", "XAC"):
        before, after = (each.done("ask", "pledges", state).out for each in (told, fresh))
        assert _sums(after) == _sums(before), state
    made = [event for event in fresh.log() if event["kind"] == "pledge.made"]
    first = next(event for event in made if event["donor"] == "NOR" and event["recipient"] == "XAA")
    child = next(event for event in made if event["donor"] == "Demining Fund of Arvandor")
    assert child["detail"]["parent_pledge_id"] == first["refs"]["pledge_id"]
    terms = {name: first["detail"][name] for name in ("earmarking", "tied_status", "via", "from_on", "until")}
    assert terms == {
        "earmarking": "softly", "tied_status": "untied", "via": "HALO", "from_on": "2024-01-01", "until": "2025-12-31",
    }  # fmt: skip
    assert fresh.done("import", "iati", told.folder / "out.xml").out.startswith("0 lines taken")


def _sums(answer: str) -> str:
    """`in all committed … paid … pledged …` of an answer."""
    return answer.splitlines()[0].partition("; in all ")[2]


def test_only_xml(told: CommandLine) -> None:
    """Another ending is refused with the right one."""
    done = told("export", "iati", "-o", "out.csv")
    assert (done.code, "xml" in done.err) == (1, True)
