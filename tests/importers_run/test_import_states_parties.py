"""`ica import states-parties`: who signed, joined and left."""

from typing import Any

from outside.command_line import CommandLine

HEADER = "iso3,name,signature,deposit,action,status,withdrawal_notified,withdrawal_effective"
ROWS = (
    "BOL,Bolivia,2008-12-03,2013-04-30,ratification,party,,",
    "LTU,Lithuania,2008-12-03,2011-03-24,ratification,withdrawn,2024-09-06,2025-03-06",
    "XAA,Arvandor,2008-12-03,,,signatory,,",
)


def test_acts_and_a_repeat(ica: CommandLine, write: Any) -> None:
    """Each act is a public fact with its source; whoever repeats the file changes nothing."""
    name = write(HEADER, *ROWS, name="parties.csv")
    assert ica.done("import", "states-parties", name).out == "3 lines taken, 0 skipped, 0 refused.\n"
    log = ica.log()
    assert len(log) == 6
    assert {(event["visibility"], event["source"]["ref"]) for event in log} == {("public", "UNTC XXVI-6")}
    again = ica.done("import", "states-parties", name, "--as", "another")
    assert again.out == "0 lines taken, 3 skipped (3 already there), 0 refused.\n"
    assert ica.log() == log


def test_what_is_refused(ica: CommandLine, write: Any) -> None:
    """A row that says nothing, and one of no State, by number."""
    done = ica("import", "states-parties", write(HEADER, ROWS[0], "XAB,,,,,,,", "QQQ,,2008-12-03,,,,,", name="p.csv"))
    assert (done.code, done.out) == (1, "1 lines taken, 0 skipped, 2 refused.\n")
    assert done.err.startswith("line 2: signature, deposit: ")
