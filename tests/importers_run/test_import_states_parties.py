"""`ica import states-parties`: the depositary's table becomes public facts, once, and the treaty's dates follow."""

import os
from pathlib import Path

import pytest
from outside.command_line import CommandLine

_PROJECT = Path(__file__).parents[2]
FOLDER = Path(os.environ.get("ICA_REAL_DATA", _PROJECT.parent / "shared" / "data"))
REAL = FOLDER / "treaty" / "ccm_participants.csv"
HEADER = "iso3,name,signature,deposit,action,status,withdrawal_notified,withdrawal_effective"
SOUND = (
    "BIH,Bosnia and Herzegovina,2008-12-03,2010-09-07,Ratification,state_party,,",
    "AGO,Angola,2008-12-03,,,signatory_only,,",
    "LTU,Lithuania,2008-12-03,2011-03-24,ratification,withdrawn,2024-09-06,2025-03-06",
)
GOLDEN = {  # deposit, entry into force, initial report due
    "BOL": ("2013-04-30", "2013-10-01", "2014-03-30"),
    "CMR": ("2012-07-12", "2013-01-01", "2013-06-30"),
    "TCD": ("2013-03-26", "2013-09-01", "2014-02-28"),
    "COM": ("2010-07-28", "2011-01-01", "2011-06-30"),
    "COK": ("2011-08-23", "2012-02-01", "2012-07-30"),
    "DOM": ("2011-12-20", "2012-06-01", "2012-11-28"),
}
KINDS = ("convention.signed", "convention.joined", "withdrawal.notified")
CLEARANCE = {"AFG": ("2012-03-01", "2022-03-01"), "BIH": ("2011-03-01", "2021-03-01")}
REFUSED = [
    ("MDA,Moldova,2008-12-03,2010-02-30,ratification,state_party,,", "deposit: '2010-02-30' is not a date: write YYYY"),
    ("ZZZ,Nowhere,2008-12-03,,,signatory_only,,", 'iso3: No State is called "ZZZ"'),
    (",Afghanistam,2008-12-03,,,signatory_only,,", "Did you mean Afghanistan (AFG)?"),
    (",,2008-12-03,,,signatory_only,,", "iso3: Name a State by its ISO alpha-3 code or its name."),
    ("NOR,Sweden,2008-12-03,,,signatory_only,,", "name: NOR is Norway, and the row says Sweden"),
    ("NOR,Norway,,,,,,", "signature, deposit: the row has neither"),
    ("NOR,Norway,2012-12-03,2011-01-01,ratification,state_party,,", "signature: 2012-12-03 is after the deposit"),
    ("NOR,Norway,2007-12-03,,,signatory_only,,", "signature: The Convention was adopted on 2008-05-30"),
    ("NOR,Norway,2999-12-03,,,signatory_only,,", "signature: This day has not come yet"),
    ("NOR,Norway,2008-12-03,2008-12-03,,state_party,,", "action: say how the State joined"),
    (
        "NOR,Norway,2008-12-03,2008-12-03,joined,state_party,,",
        "action: 'joined' is not one of: ratification, accession",
    ),
    ("NOR,Norway,2008-12-03,,,state_party,,", "deposit: only a State that deposited is a party"),
    ("NOR,Norway,2008-12-03,,,,2024-01-01,", "deposit: only a State that deposited is a party or withdraws"),
    ("NOR,Norway,2008-12-03,2008-12-03,ratification,withdrawn,,", "withdrawal_notified: a withdrawal begins with its"),
    (
        "NOR,Norway,2008-12-03,2008-12-03,ratification,withdrawn,2024-01-01,2023-01-01",
        "withdrawal_effective: A withdrawal takes effect after its notice",
    ),
    ("KOR,Korea, Republic of,2008-12-03,,,signatory_only,,", "The row has 9 cells and the header 8: put quotes around"),
    ("BIH,Bosnia and Herzegovina,2008-12-03,2010-09-08,ratification,state_party,,", "(deposited_on 2010-09-07)"),
]

real = pytest.mark.skipif(not REAL.is_file(), reason=f"{REAL} is not there; ICA_REAL_DATA names another folder")


def imported(ica: CommandLine, *rows: str, options: tuple[str, ...] = (), end: str = "\n", start: str = "") -> str:
    """Import a table that is sound; what was said."""
    ica.folder.joinpath("states.csv").write_text(start + end.join([HEADER, *rows, ""]), "utf-8", newline="")
    return ica.done("import", "states-parties", "states.csv", *options).out


def test_rows_are_taken_once(ica: CommandLine) -> None:
    """Whoever repeats the import, the facts are there once: public, with their source."""
    assert imported(ica, *SOUND) == "3 lines taken, 0 skipped, 0 refused.\n"
    log = ica.log()
    assert imported(ica, *SOUND, options=("--as", "somebody-else")).startswith("0 lines taken, 3 skipped")

    assert ica.log() == log
    assert [event["kind"] for event in log] == [
        "convention.signed", "convention.joined", "convention.signed", "convention.signed", "convention.joined",
        "withdrawal.notified",
    ]  # fmt: skip
    assert {event["visibility"] for event in log} == {"public"}
    assert {event["source"]["ref"] for event in log} == {"UNTC XXVI-6"}


def test_a_later_table_brings_what_is_new(ica: CommandLine) -> None:
    """A signatory that has ratified since, and a party that left, whose withdrawal is computed where no day is said."""
    imported(ica, *SOUND)
    ratified = "AGO,Angola,2008-12-03,2020-05-04,ratification,state_party,,"
    left = "BIH,Bosnia and Herzegovina,2008-12-03,2010-09-07,ratification,state_party,2024-08-31,"
    assert imported(ica, ratified, left, SOUND[2]) == "2 lines taken, 1 skipped (1 already there), 0 refused.\n"

    assert "entry into force on 2020-11-01" in ica.done("ask", "deadlines AGO").out
    ica.done("do", "declare-obligation", "--state", "BIH", "--article", "4")
    assert "withdrawal takes effect on 2025-02-28" in ica.done("ask", "deadlines BIH").out


def test_what_somebody_entered_by_hand_is_already_there(ica: CommandLine) -> None:
    """The same act in other hands is the same act; nothing is recorded twice, and nothing refused."""
    ica.done("do", "record-signature", "--state", "BIH", "--signed-on", "2008-12-03")
    ica.done("do", "record-accession", "--state", "BIH", "--deposited-on", "2010-09-07", "--action", "ratification")

    assert imported(ica, SOUND[0]) == "0 lines taken, 1 skipped (1 already there), 0 refused.\n"


@pytest.mark.parametrize(("start", "end"), [("\ufeff", "\n"), ("", "\r\n"), ("\ufeff", "\r\n")])
def test_as_a_spreadsheet_writes_it(ica: CommandLine, start: str, end: str) -> None:
    """With a mark at its beginning, Windows' line ends, quotes where they are and are not needed, and empty rows."""
    rows = ('"KOR","Korea, Republic of","2012-01-01",,,,,', "", ",,,,,,,", "  NOR , Norway,2008-12-03,,,,,")
    assert imported(ica, *rows, start=start, end=end) == "2 lines taken, 0 skipped, 0 refused.\n"


def test_columns_go_by_their_names(ica: CommandLine) -> None:
    """In any order, and beside others."""
    ica.folder.joinpath("states.csv").write_text(
        "Status,remarks,ISO3,name,action,withdrawal_effective,withdrawal_notified,deposit,signature\n"
        "state_party,a remark,NOR,Norway,ratification,,,2008-12-03,2008-12-03\n"
    )
    assert ica.done("import", "states-parties", "states.csv").out.startswith("1 lines taken")


@pytest.mark.parametrize(("row", "why"), REFUSED, ids=[why[:30] for _, why in REFUSED])
def test_a_row_that_is_not_sound(ica: CommandLine, row: str, why: str) -> None:
    """Named with its line and its column, and the way out; nothing of it stays, and the rest is taken."""
    ica.folder.joinpath("states.csv").write_text(
        "\n".join([HEADER, *SOUND, row, "GUY,Guyana,,2014-10-31,accession,,,"])
    )
    done = ica("import", "states-parties", "states.csv")

    assert (done.code, done.out) == (1, "4 lines taken, 0 skipped, 1 refused.\n")
    assert done.err.startswith("line 5: ")
    assert why in done.err
    assert {event["recipient"] for event in ica.log()} <= {"BIH", "AGO", "LTU", "GUY"}


def test_a_dry_run_and_a_strict_one(ica: CommandLine) -> None:
    """The first records nothing, the second nothing unless every row is sound."""
    assert imported(ica, *SOUND, options=("--dry-run",)) == "Would be: 3 lines taken, 0 skipped, 0 refused.\n"
    ica.folder.joinpath("bad.csv").write_text("\n".join([HEADER, *SOUND, REFUSED[0][0]]))
    strict = ica("import", "states-parties", "bad.csv", "--strict")

    assert (strict.code, strict.out) == (1, "0 lines taken, 0 skipped, 1 refused.\n")
    assert "Nothing was recorded, as --strict asks." in strict.err
    assert ica.log() == []


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (
            b"iso3,name,signature\nNOR,Norway,2008-12-03\n",
            "lacks the columns deposit, action, status, withdrawal_notif",
        ),
        (b"", "lacks the columns iso3, name"),
        (HEADER.encode() + b'\nNOR,"Norway,2008-12-03,,,,,\n', "is not a CSV file (line 2: unexpected end of data)"),
        (HEADER.encode() + b"\nCIV,C\xf4te d'Ivoire,2008-12-03,,,,,\n", "save it as CSV in UTF-8"),
    ],
)
def test_another_file(ica: CommandLine, content: bytes, why: str) -> None:
    """What is not this table is refused as a whole, in one sentence."""
    ica.folder.joinpath("states.csv").write_bytes(content)
    done = ica("import", "states-parties", "states.csv")

    assert (done.code, done.out) == (1, "")
    assert why in done.sentence


@real
def test_the_depositarys_table(ica: CommandLine) -> None:
    """125 rows: 112 parties, 12 signatories, Lithuania withdrawn; again, nothing changes; every golden date follows."""
    assert ica.done("import", "states-parties", REAL).out == "125 lines taken, 0 skipped, 0 refused.\n"
    log = ica.log()
    assert ica.done("import", "states-parties", REAL).out.startswith("0 lines taken, 125 skipped (125 already there)")
    assert ica.log() == log
    by_kind = {kind: {event["recipient"] for event in log if event["kind"] == kind} for kind in KINDS}
    joined, left = by_kind["convention.joined"], by_kind["withdrawal.notified"]
    assert (len(joined - left), len(by_kind["convention.signed"] - joined), left) == (112, 12, {"LTU"})

    for state, (deposit, in_force, report) in GOLDEN.items():
        said = ica.done("ask", f"deadlines {state}").out
        assert f"180 days after entry into force on {in_force}" in said
        assert report in said
        assert deposit in ica.done("history", state).out
    for state, (in_force, due) in CLEARANCE.items():
        ica.done("do", "declare-obligation", "--state", state, "--article", "4")
        said = ica.done("ask", f"deadlines {state}").out
        assert f"{due}  " in said
        assert f"computed: 10 years after entry into force on {in_force} (Article 4(1))" in said
    assert "Lithuania: no deadlines." in ica.done("ask", "deadlines LTU").out


@real
def test_nothing_before_the_record_was_kept_is_outstanding(ica: CommandLine) -> None:
    """Whoever begins in 2025 is not told of the reports of fifteen years; what falls due from that day on is."""
    ica.done("import", "states-parties", REAL)
    assert "overdue" in ica.done("ask", "deadlines BOL").out
    ica.done("do", "record-coverage", "--what", "article7", "--from-on", "2025-01-01")
    left = ica.done("ask", "deadlines article 7").out
    days = {line[:10] for line in left.splitlines() if " Article 7 report" in line}

    assert "2025-04-30" in days
    assert min(days) >= "2025-01-01"
