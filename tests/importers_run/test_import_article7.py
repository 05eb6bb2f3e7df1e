"""`ica import article7`: reports that were filed, one a row."""

from typing import Any

import pytest
from outside.command_line import CommandLine

HEADER = "state,kind,year,filed_on,form_a,form_f,form_j,needs,url"
ROW = 'Lao PDR,annual,2023,2024-04-29,changed,Not applicable,unchanged,"Teams, and dogs",https://example.org/r.pdf'


def test_a_report(ica: CommandLine, write: Any) -> None:
    """The row's words, with the report itself as source."""
    ica.done("import", "article7", write(HEADER, ROW, name="reports.csv"))
    (event,) = ica.log()
    assert (event["kind"], event["recipient"], event["occurred_on"]) == ("report.filed", "LAO", "2024-04-29")
    assert event["detail"]["forms"] == {"A": "changed", "F": "not_applicable", "J": "unchanged"}
    assert event["detail"]["needs"] == "Teams, and dogs"
    assert (event["source"]["kind"], event["source"]["url"]) == ("article7", "https://example.org/r.pdf")


def test_repeated_it_changes_nothing(ica: CommandLine, write: Any) -> None:
    """Whoever repeats it, and whatever the State is called; other words about the same report are refused."""
    ica.done("import", "article7", write(HEADER, ROW, name="reports.csv"))
    again = write(HEADER, ROW.replace("Lao PDR", "LAO"), name="again.csv", start=b"\xef\xbb\xbf", end=b"\r\n")
    assert ica.done("import", "article7", again, "--as", "other").out.startswith("0 lines taken, 1 skipped (1 already")
    other = ica("import", "article7", write(HEADER, ROW.replace("unchanged", "changed"), name="other.csv"))
    assert (other.code, len(ica.log())) == (1, 1)
    assert "line 2: year: The annual article 7 report of LAO for 2023 is already on record" in other.err


def test_what_is_refused(ica: CommandLine, write: Any) -> None:
    """Each row with its number, field and the way out; the rest is taken."""
    rows = [
        ROW, ROW.replace("Lao PDR", "Atlantis"), ROW.replace("annual", "monthly"), ROW.replace("2024-04-29", "29.4.24"),
        ROW.replace("2023", "2031"), ROW.replace("Not applicable", "perhaps"), "LAO,annual", "",
        ROW.replace("2023", "2022"),
    ]  # fmt: skip
    done = ica("import", "article7", write(HEADER, *rows, name="reports.csv"))
    assert (done.code, done.out) == (1, "2 lines taken, 0 skipped, 6 refused.\n")
    said = dict(line.split(": ", 1) for line in done.err.splitlines())
    wanted = {
        "line 3": "state: No State is called", "line 4": "kind: 'monthly' is not one of",
        "line 5": "filed_on: '29.4.24' is not a date", "line 6": "year: A report covers a year",
        "line 7": "form_f: 'perhaps' is not one of", "line 8": "The row has 2 cells and the header 9",
    }  # fmt: skip
    assert said.keys() == wanted.keys()
    assert not {line: said[line] for line, text in wanted.items() if not said[line].startswith(text)}


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ([HEADER.replace("form_f", "form_k")], "no use for the column 'form_k' (did you mean form_"),
        (["state,kind,year"], "It needs the column filed_on"),
        ([HEADER + ",state"], "names columns twice: 'state'"),
        ([], "is empty"),
        ([HEADER, '"never closed'], "is not a CSV file"),
        ([b"state\xff"], "is not UTF-8"),
    ],
)
def test_another_table(lines: list[str], why: str, ica: CommandLine, write: Any) -> None:
    """Refused at once, with what it should have been."""
    done = ica("import", "article7", write(*lines, name="reports.csv"))
    assert (done.code, why in done.err, done.err.startswith("reports.csv")) == (1, True, True), done
    assert ica.log() == []
