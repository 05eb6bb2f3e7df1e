"""`ica import fts`: flows of OCHA's Financial Tracking Service become pledges, commitments and payments, once."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from outside.command_line import CommandLine

_PROJECT = Path(__file__).parents[2]
FOLDER = Path(os.environ.get("ICA_REAL_DATA", _PROJECT.parent / "shared" / "data")) / "fts"
real = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"OCHA's files are not in {FOLDER}; ICA_REAL_DATA names another")
PAGES = ("afg-2020-page-1.json", "afg-2020-page-2.json")


def _flow(number: int, cluster: str = "Mine Action", **changed: Any) -> dict[str, Any]:
    flow = {
        "id": str(number), "status": "paid", "amountUSD": 1100, "originalAmount": 1000, "originalCurrency": "EUR",
        "exchangeRate": 0.909, "date": "2020-06-30T00:00:00Z", "decisionDate": "2020-06-25T00:00:00Z",
        "description": f"Support, {cluster}", "flowType": "Standard", "contributionType": "financial", "refCode": "A-1",
        "parentFlowId": None, "childFlowIds": None,
        "sourceObjects": [
            {"type": "Organization", "name": "Norway, Government of", "organizationTypes": ["Government"]},
            {"type": "Location", "name": "Norway"},
        ],
        "destinationObjects": [
            {"type": "Organization", "name": f"Relief Group {number}", "organizationTypes": ["NGO"]},
            {"type": "GlobalCluster", "name": cluster},
            {"type": "Location", "name": "Afghanistan"},
        ],
    }  # fmt: skip
    return flow | changed


def _page(folder: Path, *flows: dict[str, Any]) -> str:
    (folder / "page.json").write_text(json.dumps({"status": "ok", "data": {"flows": flows}}), encoding="utf-8")
    return "page.json"


def test_a_flow_as_far_as_it_has_come(ica: CommandLine, tmp_path: Path) -> None:
    """Pledged, committed or paid as OCHA says; in its own currency, public, with the flow's id as its source."""
    page = _page(tmp_path, _flow(1, status="pledge"), _flow(2, status="commitment"), _flow(3), _flow(4, "Health"))
    done = ica.done("import", "fts", page)

    assert done.out == "3 lines taken, 1 skipped (1 not mine action), 0 refused.\n"
    log = ica.log()
    made = [event for event in log if event["kind"] == "pledge.made"]
    assert [event["source"]["ref"] for event in made] == ["1", "2", "3"]
    assert {(event["donor"], event["recipient"], event["visibility"]) for event in made} == {("NOR", "AFG", "public")}
    assert all(event["detail"]["money"] == {"amount": "1000.00", "currency": "EUR"} for event in made)
    assert [event["kind"] for event in log].count("pledge.committed") == 2
    assert [event["kind"] for event in log].count("pledge.disbursed") == 1
    assert {event["visibility"] for event in log} == {"public"}


def test_all_takes_the_rest(ica: CommandLine, tmp_path: Path) -> None:
    """What was skipped as other than mine action comes with `--all`; what is there already does not come twice."""
    page = _page(tmp_path, _flow(1), _flow(2, "Health"), _flow(1))
    assert "1 lines taken" in ica.done("import", "fts", page).out
    assert "1 lines taken, 2 skipped" in ica.done("import", "fts", page, "--all").out
    log = ica.log()
    assert "0 lines taken, 3 skipped" in ica.done("import", "fts", page, "--all").out
    assert ica.log() == log


def test_a_known_flow_is_known_whoever_imports_it(ica: CommandLine, tmp_path: Path) -> None:
    """A flow stands for itself: imported by another person, or changed by OCHA since, it is skipped."""
    ica.done("import", "fts", _page(tmp_path, _flow(1)), "--as", "cli:ana")
    log = ica.log()
    again = ica.done("import", "fts", _page(tmp_path, _flow(1, originalAmount=5, amountUSD=6)), "--as", "cli:ben")

    assert again.out == "0 lines taken, 1 skipped (1 already there), 0 refused.\n"
    assert ica.log() == log


def test_a_child_finds_its_parent_whoever_imported_it(ica: CommandLine, tmp_path: Path) -> None:
    """Parent and child on two pages, by two persons: the child names the parent's pledge."""
    parent = _flow(1, childFlowIds=["2"], originalAmount=3000, amountUSD=3300)
    child = _flow(2, parentFlowId="1")
    ica.done("import", "fts", _page(tmp_path, parent), "--as", "cli:ana")
    ica.done("import", "fts", _page(tmp_path, parent, child), "--as", "cli:ben")
    first, second = (event for event in ica.log() if event["kind"] == "pledge.made")

    assert second["detail"]["parent_pledge_id"] == first["refs"]["pledge_id"]


def test_what_is_wrong_with_a_flow(ica: CommandLine, tmp_path: Path) -> None:
    """Refused by its number and what is wrong; the others are taken, none in part; exit 1."""
    nobody = _flow(2, sourceObjects=[])
    done = ica("import", "fts", _page(tmp_path, _flow(1), nobody, _flow(3, status="promised")))

    assert (done.code, done.out) == (1, "1 lines taken, 0 skipped, 2 refused.\n")
    assert [line.split(":")[0] for line in done.err.splitlines()] == ["line 2", "line 3"]
    assert [event["source"]["ref"] for event in ica.log() if event["kind"] == "pledge.made"] == ["1"]


def test_a_dry_run_and_a_strict_one(ica: CommandLine, tmp_path: Path) -> None:
    """Neither records anything of a page with a wrong flow."""
    page = _page(tmp_path, _flow(1), _flow(2, status="promised"))
    assert ica("import", "fts", page, "--dry-run").out == "Would be: 1 lines taken, 0 skipped, 1 refused.\n"
    assert ica("import", "fts", page, "--strict").out == "0 lines taken, 0 skipped, 1 refused.\n"
    assert ica.log() == []


@pytest.mark.parametrize("content", [b"", b"{", b'{"data": {}}', b"\xff\xfe\x00", b"donor,state\nNOR,XAA\n"])
def test_a_file_that_holds_no_flows(content: bytes, ica: CommandLine, tmp_path: Path) -> None:
    """Exit 1 with a sentence that names the file."""
    (tmp_path / "page.json").write_bytes(content)
    done = ica("import", "fts", "page.json")
    assert (done.code, "Traceback" in done.err) == (1, False), done
    assert "page.json" in done.err


@real
def test_ochas_own_pages(ica: CommandLine) -> None:
    """Afghanistan 2020: six and four mine-action flows, Jordan none; repeated, nothing; the sums are those by hand."""
    assert ica.done("import", "fts", FOLDER / PAGES[0]).out == (
        "6 lines taken, 194 skipped (194 not mine action), 0 refused.\n"
    )
    assert ica.done("import", "fts", FOLDER / PAGES[1]).out.startswith("4 lines taken, 196 skipped")
    log = ica.log()
    for file in (*PAGES, "jor-2020-page-3.json", "jor-2020-incoming.csv"):
        assert ica.done("import", "fts", FOLDER / file).out.startswith("0 lines taken")
    assert ica.log() == log

    history = json.loads(ica.done("history", "AFG", "--json").out)["items"]
    made = [item for item in history if item["kind"] == "pledge.made"]
    assert len(made) == 10
    assert {item["source"]["kind"] for item in made} == {"fts"}
    assert "Norway" in ica.done("history", "Afghanistan").out


@real
def test_every_flow_of_ochas_pages(ica: CommandLine) -> None:
    """With `--all` every flow with one donor and one State, the others refused by number; repeated, nothing."""
    first = ica("import", "fts", FOLDER / PAGES[0], "--all")
    assert (first.code, first.out) == (1, "198 lines taken, 0 skipped, 2 refused.\n")
    assert len(first.err.splitlines()) == 2
    log = ica.log()
    again = ica("import", "fts", FOLDER / PAGES[0], "--all")
    assert again.out == "0 lines taken, 198 skipped (198 already there), 2 refused.\n"
    assert ica.log() == log
