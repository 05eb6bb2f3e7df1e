"""Lists as CSV and as workbooks: harmless in a spreadsheet, and nothing lost on the way."""

import csv
import io
from typing import Any

import pytest
from outside.caller import Caller
from outside.workbook import sheet

from adapters.tables import to_xlsx

TEXTS = {
    "commas": "Survey, clearance, and risk education",
    "quotes": 'The "northern" districts, so called',
    "newlines": "First line.\nSecond line.\r\nThird line.",
    "right to left": "إزالة الذخائر العنقودية من المناطق الشمالية",
    "marks": "\u202eevitcer\u202c and \u200bhidden",
    "beyond the plane": "𐍈 🕊️ 地雷",
    "semicolons": "one; two; three",
    "a tab inside": "left\tright",
}
DANGEROUS = ["=1+1", "+41 22 000", "-5", "@SUM(A1)", '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0", "-2+3+cmd|x"]


def _rows(caller: Caller, address: str, **asked: Any) -> list[dict[str, str]]:
    answer = caller.read(address, **asked)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    text = answer.content.decode("utf-8")
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_comes_back_as_it_was(text: str, office: Caller, state: str) -> None:
    """Through the list and through the history's sentence."""
    office.record("submit-request", state=state, article=4, nature=["legal"], need=text)

    (row,) = _rows(office, "/requests.csv", state=state)
    assert row["need"] == text
    (told,) = _rows(office, f"/states/{state}/history.csv")
    assert told["summary"].endswith(text)


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_is_run(text: str, office: Caller, state: str, donor: str) -> None:
    """A spreadsheet reads text, whoever wrote it and wherever it stands."""
    source = {"kind": "other", "ref": text, "url": text, "title": text}
    office.record("submit-request", state=state, article=4, nature=["legal"], need=text, source=source)
    office.record("make-pledge", donor=donor, state=state, in_kind=text, source=source)
    office.record(
        "shift-support", donor=donor, state=state, direction="cut", reason="other", reason_text=text,
        reason_source="donor_stated", source=source,
    )  # fmt: skip
    office.record("record-contact", donor=donor, state=state, kind="letter", on="2025-01-01", text=text, source=source)

    addresses: list[tuple[str, dict[str, str]]] = [
        ("/requests.csv", {"state": state}),
        ("/pledges.csv", {"state": state}),
        ("/shifts.csv", {"state": state}),
        (f"/states/{state}/history.csv", {}),
        ("/explanations.csv", {"state": state, "donor": donor}),
    ]
    for address, asked in addresses:
        rows = _rows(office, address, **asked)
        assert rows
        for row in rows:
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in row.values()), row
    (row,) = _rows(office, "/requests.csv", state=state)
    assert row["need"] == f"'{text}"


def test_no_header_is_run(office: Caller) -> None:
    """Every table has a header, also an empty one."""
    for name in ("requests", "pledges", "shifts", "states", "kinds", "events"):
        header = office.read(f"/{name}.csv", limit=1).text.splitlines()[0].split(",")
        assert len(header) == len(set(header)) > 2
        assert all(name[0].isalpha() for name in header)


def test_a_row_says_what_the_item_says(office: Caller, state: str, donor: str) -> None:
    """Money with its currency, lists by semicolons, nested by dots, true or false, and nothing for nothing."""
    source = {"kind": "letter", "ref": "NV 4", "url": "https://example.org/nv4"}
    request = office.record(
        "submit-request", state=state, article=4, nature=["financial", "technical"], need="Help.", source=source,
        money={"amount": "1200000", "currency": "USD"}, match_sought="1:1",
    )["id"]  # fmt: skip
    pledge = office.record(
        "make-pledge", donor=donor, state=state, request_id=request, money={"amount": "5.5", "currency": "EUR"}
    )["id"]
    office.record("disburse-pledge", pledge_id=pledge, money={"amount": "3", "currency": "CHF"})
    office.record("disburse-pledge", pledge_id=pledge, money={"amount": "1", "currency": "EUR"})

    (row,) = _rows(office, "/requests.csv", state=state)
    wanted = {
        "id": request, "state": state, "article": "4", "status": "open", "nature": "financial; technical",
        "money": "1200000.00 USD", "match_sought": "1:1", "national_investment": "", "source.kind": "letter",
        "source.ref": "NV 4", "source.url": "https://example.org/nv4", "coverage.pledged": "5.50 EUR",
        "coverage.paid": "3.00 CHF; 1.00 EUR",
    }  # fmt: skip
    assert {name: row[name] for name in wanted} == wanted
    (row,) = _rows(office, "/pledges.csv", state=state)
    wanted = {"pledged": "5.50 EUR", "paid": "3.00 CHF; 1.00 EUR", "amount_unknown": "false", "request_id": request}
    assert {name: row[name] for name in wanted} == wanted


WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMS = [
    ("", "*/*", "application/json"),
    ("", "application/json", "application/json"),
    ("", "text/csv", "text/csv; charset=utf-8"),
    ("", "text/csv;q=0.9, application/json;q=0.5", "text/csv; charset=utf-8"),
    ("", "application/json, text/csv;q=0.5", "application/json"),
    ("", "text/csv;q=0", "application/json"),
    ("", "text/html", "application/json"),
    (".csv", "application/json", "text/csv; charset=utf-8"),
    (".json", "text/csv", "application/json"),
    ("", WORKBOOK, WORKBOOK),
    ("", f"{WORKBOOK};q=0.4, text/csv;q=0.5", "text/csv; charset=utf-8"),
    (".xlsx", "application/json", WORKBOOK),
    (".csv", WORKBOOK, "text/csv; charset=utf-8"),
]
LISTS = [
    "requests", "pledges", "shifts", "states", "kinds", "events", "deadlines", "meetings", "outcomes",
    "states/XAA/history",
]  # fmt: skip


@pytest.mark.parametrize(("ending", "accept", "kind"), FORMS)
@pytest.mark.parametrize("name", LISTS)
def test_the_form_by_ending_or_by_accept(name: str, ending: str, accept: str, kind: str, office: Caller) -> None:
    """The ending decides; without one, what the caller prefers."""
    answer = office.read(f"/{name}{ending}", headers={"Accept": accept}, limit=1)
    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)


@pytest.mark.parametrize(("ending", "accept", "kind"), FORMS)
def test_the_form_of_explanations(ending: str, accept: str, kind: str, office: Caller) -> None:
    """The same for explanations."""
    answer = office.read(f"/explanations{ending}", headers={"Accept": accept}, donor="XBB", state="XAA")
    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)


def test_a_file_has_a_name(office: Caller) -> None:
    """A browser saves it under what it is."""
    named = {
        "/pledges.csv": "pledges.csv",
        "/pledges.xlsx": "pledges.xlsx",
        "/states/XAA/history.csv": "XAA-history.csv",
        "/states/Лаос/history.csv": "LAO-history.csv",
        "/states/Лаос/history.xlsx": "LAO-history.xlsx",
    }
    for address, name in named.items():
        assert office.read(address).headers["content-disposition"] == f'attachment; filename="{name}"'


def test_json_is_the_same_by_ending(office: Caller) -> None:
    """`.json` is the list itself."""
    for name in LISTS:
        assert office.get(f"/{name}.json", limit=3) == office.get(f"/{name}", limit=3)


@pytest.mark.parametrize("text", [*TEXTS.values(), *DANGEROUS], ids=lambda text: text[:20])
def test_a_workbook_holds_texts_alone(text: str, office: Caller, state: str) -> None:
    """Nothing is run and nothing rounded: every cell is the text itself."""
    office.record("submit-request", state=state, article=4, nature=["legal"], need=text)
    header, row = sheet(office.read("/requests.xlsx", state=state).content)
    assert dict(zip(header, row, strict=True))["need"] == text


def test_a_long_list_is_cut_where_a_workbooks_cell_ends() -> None:
    """What is joined into one cell may be longer than a workbook takes: the file stays whole."""
    assert sheet(to_xlsx([{"since": ["word"] * 20_000}], ["since"]))[1] == ["; ".join(["word"] * 20_000)[:32767]]


@pytest.mark.parametrize("name", LISTS)
def test_a_workbook_says_what_the_csv_says(name: str, office: Caller) -> None:
    """The same header and rows, and the same bytes each time."""
    answer, again = office.read(f"/{name}.xlsx", limit=20), office.read(f"/{name}.xlsx", limit=20)
    table = csv.reader(io.StringIO(office.read(f"/{name}.csv", limit=20).content.decode(), newline=""))
    assert sheet(answer.content) == [[cell.removeprefix("'")[:32767] for cell in row] for row in table]
    assert answer.content == again.content
    assert answer.headers["etag"] == again.headers["etag"] != office.read(f"/{name}.csv", limit=20).headers["etag"]
