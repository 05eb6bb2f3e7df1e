"""`ica import commands`: takes what is sound, names what is not by its line, and repeated changes nothing."""

import json
import subprocess
from typing import Any

import pytest
from databases import ON_FILES
from outside.command_line import ICA, CommandLine

PLEDGE = {"command": "make-pledge", "donor": "NOR", "state": "XAA"}
REQUEST = {"command": "submit-request", "state": "XAA", "article": 4, "nature": ["legal"], "need": "Help."}


def test_what_is_taken_skipped_and_refused(ica: CommandLine, write: Any) -> None:
    """Sound lines are taken, whatever stands beside them; each refused one is named with its number, field and why."""
    name = write(
        PLEDGE | {"id": "p"},
        {"command": "commit-pledge", "pledge_id": "key:p"},
        {"command": "commit-pledge", "pledge_id": "key:none"},
        "",
        "no JSON at all",
        PLEDGE | {"donor": "Atlantis", "colour": "red"},
        "[1, 2]",
        {"donor": "NOR"},
        {"command": "create-token", "role": "admin", "digest": "0"},
        {"command": "make-promise"},
        PLEDGE | {"id": 7},
        PLEDGE | {"occurred_on": "2999-01-01"},
        b'{"command": "make-pledge", "donor": "NOR", "state": "XAA", "note": "\xff"}',
        PLEDGE | {"id": "p"},
        PLEDGE | {"id": "p", "state": "XAB"},
        PLEDGE | {"id": ""},
        "[" * 100_000,
        PLEDGE,
    )
    done = ica("import", "commands", name)

    assert done.code == 1
    assert done.out == "3 lines taken, 1 skipped (1 already there), 13 refused.\n"
    said = dict(line.split(": ", 1) for line in done.err.splitlines())
    wanted = {
        "line 3": "pledge_id: Nothing is on record under 'key:none'.",
        "line 5": "This line is not JSON",
        "line 6": "colour: make-pledge has no field colour",
        "line 7": "A line is an object",
        "line 8": "command: name the command",
        "line 9": "command: create-token is not for imports",
        "line 10": "command: There is no command 'make-promise'",
        "line 11": "id: the idempotency key is text",
        "line 12": "occurred_on: This day has not come yet",
        "line 13": "This line is not JSON",
        "line 15": "Idempotency-Key: This idempotency key already recorded another command",
        "line 16": "id: the idempotency key is text",
        "line 17": "This line is not JSON",
    }
    assert said.keys() == wanted.keys()
    assert not {number: text for number, text in wanted.items() if not said[number].startswith(text)}
    assert "donor: No State or organisation is called" in said["line 6"]
    assert [event["kind"] for event in ica.log()] == ["pledge.made", "pledge.committed", "pledge.made"]


def test_repeated_it_changes_nothing(ica: CommandLine, write: Any) -> None:
    """With ids or without, a second run finds everything there; exit 0."""
    name = write(PLEDGE, PLEDGE, REQUEST, PLEDGE | {"id": "p"}, {"command": "commit-pledge", "pledge_id": "key:p"})
    assert ica.done("import", "commands", name).out.startswith("5 lines taken, 0 skipped, 0 refused")
    log = ica.log()
    again = ica.done("import", "commands", name)

    assert again.out == "0 lines taken, 5 skipped (5 already there), 0 refused.\n"
    assert ica.log() == log


def test_equal_lines_without_ids_stay_as_many(ica: CommandLine, write: Any) -> None:
    """Two equal payments stay two; a third one added to the file is one more."""
    ica.done("import", "commands", write(PLEDGE, PLEDGE))
    assert len(ica.log()) == 2
    reordered = {name: PLEDGE[name] for name in reversed(PLEDGE)}
    assert "1 lines taken, 2 skipped" in ica.done("import", "commands", write(REQUEST, reordered, PLEDGE)).out
    assert "1 lines taken, 2 skipped" in ica.done("import", "commands", write(PLEDGE, PLEDGE, PLEDGE)).out


@pytest.mark.parametrize("wrong", [False, True])
def test_a_dry_run_records_nothing(wrong: bool, ica: CommandLine, write: Any) -> None:
    """It says what would be, with the same exit code; references among the lines hold."""
    lines: list[Any] = [PLEDGE | {"id": "p"}, {"command": "commit-pledge", "pledge_id": "key:p"}]
    name = write(*lines, *(["nonsense"] if wrong else []))
    done = ica("import", "commands", name, "--dry-run")

    assert done.code == int(wrong)
    assert done.out == f"Would be: 2 lines taken, 0 skipped, {int(wrong)} refused.\n"
    assert ("line 3: " in done.err) == wrong
    assert ica.log() == []
    assert ica("import", "commands", name).out == f"2 lines taken, 0 skipped, {int(wrong)} refused.\n"


def test_strict_is_all_or_nothing(ica: CommandLine, write: Any) -> None:
    """One unsound line, and nothing is recorded; mended, all of it is."""
    done = ica("import", "commands", write(PLEDGE, REQUEST, PLEDGE | {"state": "Atlantis"}), "--strict")
    assert (done.code, done.out) == (1, "0 lines taken, 0 skipped, 1 refused.\n")
    assert "line 3: state: " in done.err
    assert "Nothing was recorded" in done.err
    assert ica.log() == []

    done = ica("import", "commands", write(PLEDGE, REQUEST, PLEDGE), "--strict")
    assert (done.code, done.out) == (0, "3 lines taken, 0 skipped, 0 refused.\n")
    assert len(ica.log()) == 3


@pytest.mark.parametrize(
    ("start", "end"), [(b"\xef\xbb\xbf", b"\n"), (b"", b"\r\n"), (b"\xef\xbb\xbf", b"\r\n"), (b"\n\n", b"\n \n\t\n")]
)
def test_files_as_other_programs_write_them(start: bytes, end: bytes, ica: CommandLine, write: Any) -> None:
    """A byte order mark, Windows line ends, empty lines: the same commands under the same keys."""
    need = REQUEST | {"need": "Déminage إزالة\u2028地雷"}
    ica.done("import", "commands", write(need, PLEDGE))
    again = ica.done("import", "commands", write(need, PLEDGE, b"", start=start, end=end))

    assert again.out == "0 lines taken, 2 skipped (2 already there), 0 refused.\n"
    assert ica.log()[0]["detail"]["need"] == need["need"]


def test_a_file_that_was_cut_off(ica: CommandLine, write: Any) -> None:
    """Its last line is refused, the rest taken; the whole file later takes what was missing."""
    whole = [PLEDGE | {"id": str(number)} for number in range(3)]
    cut = ica("import", "commands", write(*whole[:2], json.dumps(whole[2])[:-20]))
    assert (cut.code, cut.out) == (1, "2 lines taken, 0 skipped, 1 refused.\n")
    assert cut.err.startswith("line 3: ")
    assert ica.done("import", "commands", write(*whole)).out.startswith("1 lines taken, 2 skipped")


def test_an_empty_file(ica: CommandLine, write: Any) -> None:
    """Nothing to take is nothing wrong."""
    for lines in ([], [""], [b"\xef\xbb\xbf"]):
        done = ica.done("import", "commands", write(*lines))
        assert done.out == "0 lines taken, 0 skipped, 0 refused.\n"


def test_a_file_that_is_not_text(ica: CommandLine, write: Any) -> None:
    """Every line is refused, none crashes."""
    done = ica("import", "commands", write(json.dumps(PLEDGE).encode("utf-16"), bytes(range(256))))
    assert done.code == 1
    assert done.out.startswith("0 lines taken, 0 skipped,")
    assert "Traceback" not in done.err


def test_many_wrong_lines_are_counted(ica: CommandLine, write: Any) -> None:
    """The first are named, the rest counted."""
    done = ica("import", "commands", write(*["nonsense"] * 1200))
    assert done.out == "0 lines taken, 0 skipped, 1,200 refused.\n"
    assert len(done.err.splitlines()) == 51
    assert "1,150 more" in done.err


def test_who_imports(ica: CommandLine, write: Any) -> None:
    """`--as` says who; a key belongs to its actor, so that another's same line is another fact."""
    name = write(PLEDGE | {"id": "p"})
    ica.done("import", "commands", name, "--as", "minutes:2017")
    assert ica.done("import", "commands", name, "--as", "minutes:2018").out.startswith("1 lines taken")
    assert [event["recorded_by"] for event in ica.log()] == ["minutes:2017", "minutes:2018"]


def test_visibility_is_each_lines_own(ica: CommandLine, write: Any) -> None:
    """States Parties unless the line says otherwise."""
    ica.done(
        "import", "commands", write(PLEDGE, PLEDGE | {"visibility": "public"}, PLEDGE | {"visibility": "coordinators"})
    )
    assert [event["visibility"] for event in ica.log()] == ["states_parties", "public", "coordinators"]


def test_more_lines_than_are_committed_together(ica: CommandLine, write: Any) -> None:
    """References reach over batches, and a refusal within one undoes only itself."""
    lines: list[Any] = [PLEDGE | {"id": "first"}]
    lines += [PLEDGE | {"id": f"p{number}"} if number % 50 else "nonsense" for number in range(1, 451)]
    lines += [{"command": "commit-pledge", "pledge_id": f"key:p{number}"} for number in (1, 199, 449)]
    done = ica("import", "commands", write(*lines, {"command": "commit-pledge", "pledge_id": "key:first"}))

    assert done.out == "446 lines taken, 0 skipped, 9 refused.\n"
    assert [event["kind"] for event in ica.log()].count("pledge.committed") == 4


@ON_FILES
def test_a_disk_that_fills(ica: CommandLine, write: Any) -> None:
    """The import breaks off with a sentence that says how far it came; repeated, it goes on from there."""
    name = write(*(PLEDGE | {"id": str(number), "note": "x" * 5000} for number in range(1000)))
    ica.done("migrate")
    full = subprocess.run(
        ["sh", "-c", 'ulimit -f 10000; exec "$0" import commands "$1"', ICA, name],
        env=ica.environment(), cwd=ica.folder, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (full.returncode, "Traceback" in full.stderr) == (1, False), full
    assert full.stderr.startswith("The import broke off. The database cannot be used")
    came = len(ica.log())
    assert f"Before that: {came:,} lines taken" in full.stderr
    assert came < 1000

    assert ica.done("import", "commands", name).out == (
        f"{1000 - came:,} lines taken, {came:,} skipped"
        + (f" ({came:,} already there)" if came else "")
        + ", 0 refused.\n"
    )
    assert len(ica.log()) == 1000
