"""`ica import csv --command NAME`: a table whose rows are commands."""

from typing import Any

import pytest
from outside.command_line import CommandLine

HEADER = "donor,state,money.amount,money.currency,occurred_on"
ROW = "NOR,XAA,100.00,EUR,2024-03-01"


def test_what_a_row_may_hold(ica: CommandLine, write: Any) -> None:
    """Nested fields by dotted names, lists by semicolons, flags as spreadsheets write them, empty cells for nothing."""
    name = write(
        "state,article,nature,need,money.amount,money.currency,source.kind,source.ref,visibility,note",
        'XAA,4,financial; technical,"Clear the north, then the south",5.5,EUR,letter,NV 5,public,',
        name="requests.csv",
    )
    ica.done("import", "csv", name, "--command", "submit-request")
    (request,) = ica.log()
    said = request["detail"]
    assert (said["nature"], said["need"]) == (["financial", "technical"], "Clear the north, then the south")
    assert (said["money"], said["note"]) == ({"amount": "5.50", "currency": "EUR"}, None)
    assert (request["source"]["ref"], request["visibility"]) == ("NV 5", "public")

    shifts = write("donor,state,direction,unexplained", "NOR,XAA,cut,TRUE", name="shifts.csv")
    ica.done("import", "csv", shifts, "--command", "shift-support")
    assert ica.log()[-1]["kind"] == "support.shifted"


def test_the_key(ica: CommandLine, write: Any) -> None:
    """The column id, which later lines may name; else the row and its count: two equal payments stay two."""
    ica.done("import", "csv", write(f"id,{HEADER}", f"p,{ROW}", name="pledges.csv"), "--command", "make-pledge")
    payments = ["pledge_id,money.amount,money.currency,paid_on", *["key:p,10,EUR,2024-04-01"] * 2]
    ica.done("import", "csv", write(*payments, name="payments.csv"), "--command", "disburse-pledge")
    assert [event["kind"] for event in ica.log()] == ["pledge.made", "pledge.disbursed", "pledge.disbursed"]

    again = ica.done("import", "csv", "payments.csv", "--command", "disburse-pledge")
    assert again.out == "0 lines taken, 2 skipped (2 already there), 0 refused.\n"
    more = write(*payments, payments[1], name="payments.csv")
    assert ica.done("import", "csv", more, "--command", "disburse-pledge").out.startswith("1 lines taken, 2 skipped")
    changed = ica("import", "csv", write(f"id,{HEADER}", f"p,{ROW[:-1]}2", name="p.csv"), "--command", "make-pledge")
    assert (changed.code, "already recorded another command" in changed.err) == (1, True)


@pytest.mark.parametrize(("start", "end"), [(b"\xef\xbb\xbf", b"\n"), (b"", b"\r\n"), (b"\n\n", b"\n,,,,\n\n")])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_as_other_programs_write_it(start: bytes, end: bytes, mark: str, ica: CommandLine, write: Any) -> None:
    """A byte order mark, Windows line ends, empty rows, semicolons or tabs between cells: the same commands."""
    ica.done("import", "csv", write(HEADER, ROW, name="a.csv"), "--command", "make-pledge")
    lines = [line.replace(",", mark) for line in (HEADER, ROW)]
    name = write(*lines, name="b.csv", start=start, end=end.replace(b",", mark.encode()))
    again = ica.done("import", "csv", name, "--command", "make-pledge")
    assert again.out == "0 lines taken, 1 skipped (1 already there), 0 refused.\n"


def test_a_list_in_a_table_of_semicolons(ica: CommandLine, write: Any) -> None:
    """Stands in quotes, as spreadsheets write it."""
    name = write("state;article;nature;need", 'XAA;4;"financial;legal";Help', name="requests.csv")
    ica.done("import", "csv", name, "--command", "submit-request")
    assert ica.log()[0]["detail"]["nature"] == ["financial", "legal"]


@pytest.mark.parametrize(
    ("header", "why"),
    [
        (f"{HEADER},colour", "no use for the column 'colour'."),
        (HEADER.replace("donor", "doner"), "column 'doner' (did you mean donor?). It needs the column donor."),
        (HEADER.replace("money.amount", "money.amont"), "did you mean money.amount"),
        ("donor;state;money,amount", "no use for the column 'donor;state;money'"),
        ("donor", "It needs the column state"),
        (f"{HEADER},Visibility", "did you mean visibility?"),
    ],
)
def test_columns_that_nobody_knows(header: str, why: str, ica: CommandLine, write: Any) -> None:
    """Are named at once, with those like them, and nothing is recorded."""
    done = ica("import", "csv", write(header, ROW, name="pledges.csv"), "--command", "make-pledge")
    assert (done.code, why in done.err, done.out) == (1, True, ""), done
    assert ica.log() == []


def test_rows_that_are_refused(ica: CommandLine, write: Any) -> None:
    """Each with its number and field; the others are taken."""
    rows = [ROW, ROW.replace("NOR", "Atlantis"), ROW.replace("100.00", "-1"), f"{ROW},x", ROW.replace("XAA", "XAB")]
    done = ica("import", "csv", write(HEADER, *rows, name="pledges.csv"), "--command", "make-pledge")
    assert (done.code, done.out) == (1, "2 lines taken, 0 skipped, 3 refused.\n")
    first, second, third = done.err.splitlines()
    assert first.startswith("line 3: donor: No State or organisation is called")
    assert second.startswith("line 4: money.amount: An amount is never negative")
    assert third.startswith("line 5: The row has 6 cells and the header 5")


@pytest.mark.parametrize("words", [(), ("--command", "make-plege"), ("--command", "create-token")])
def test_misuse(words: tuple[str, ...], ica: CommandLine, write: Any) -> None:
    """Without a command, or with one that is none for imports: exit 2, and what was meant."""
    done = ica("import", "csv", write(HEADER, ROW, name="pledges.csv"), *words)
    assert done.code == 2
    assert "make-pledge" in done.sentence or words[1:] == ("create-token",)
    assert ica("import", "fts", "pledges.csv", "--command", "make-pledge").code == 2
