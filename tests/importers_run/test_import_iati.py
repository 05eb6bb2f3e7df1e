"""`ica import iati`, from the command line to what the record then says."""

from pathlib import Path
from typing import Any

import pytest
from outside.command_line import CommandLine

NAMES = '<reporting-org ref="NO-1" type="10"><narrative>Norad</narrative></reporting-org>'


def _activity(identifier: str, *values: str, sector: str = "15250", country: str = "XAA", inside: str = "") -> str:
    paid = "".join(
        '<transaction><transaction-type code="3"/><transaction-date iso-date="2024-03-01"/>'
        f'<value currency="EUR">{value}</value></transaction>'
        for value in values
    )
    return (
        f"<iati-activity><iati-identifier>{identifier}</iati-identifier>{NAMES}"
        f'<recipient-country code="{country}"/><sector code="{sector}"/>{inside}{paid}</iati-activity>'
    )


def _file(folder: Path, *activities: str, name: str = "a.xml") -> str:
    folder.joinpath(name).write_text(f"<iati-activities>{''.join(activities)}</iati-activities>", encoding="utf-8")
    return name


def test_what_is_taken_skipped_and_refused(ica: CommandLine, tmp_path: Path) -> None:
    """A line is an activity; a transaction that is unsound is named, the others of its activity are taken: exit 1."""
    name = _file(
        tmp_path,
        _activity("A", "100", "", "0", "-40"),
        _activity("B", "5", sector="72010"),
        _activity("C", "5", country="QQ"),
        _activity("D", "7"),
    )
    done = ica("import", "iati", name, "--sector", "15250")

    assert (done.code, done.out) == (
        1, "2 lines taken, 1 skipped (1 not sector 15250), 2 refused.\nLeft out: 1 amounts of zero.\n",
    )  # fmt: skip
    first, second = done.err.splitlines()
    assert first.startswith("line 1: A, transaction 2: value is empty")
    assert second.startswith("line 3: C, transaction 1: recipient-country: no State has the code 'QQ'")
    kinds = [event["kind"] for event in ica.log()]
    assert kinds == ["pledge.made", "pledge.disbursed", "payment.reversed", "pledge.made", "pledge.disbursed"]
    assert {event["visibility"] for event in ica.log()} == {"public"}
    assert "paid 60.00 EUR" in ica.done("ask", "pledges", "XAA").out


def test_repeated_it_changes_nothing(ica: CommandLine, tmp_path: Path) -> None:
    """Nor does the same activity in another file or by another hand; a further payment in it is one fact more."""
    ica.done("import", "iati", _file(tmp_path, _activity("A", "100", "100")))
    log = ica.log()
    assert [event["kind"] for event in log].count("pledge.disbursed") == 2
    again = ica.done("import", "iati", _file(tmp_path, _activity("A", "100.00", "100"), name="b.xml"), "--as", "other")
    assert again.out == "0 lines taken, 1 skipped (1 already there), 0 refused.\n"
    assert ica.log() == log

    ica.done("import", "iati", _file(tmp_path, _activity("A", "100", "30", "100")))
    (more,) = ica.log()[len(log) :]
    assert (more["kind"], more["detail"]["money"]["amount"]) == ("pledge.disbursed", "30.00")


def test_parents_and_children_are_not_counted_twice(ica: CommandLine, tmp_path: Path) -> None:
    """In one file or one after the other: of a family, whichever carries the money."""
    of = '<related-activity ref="P" type="1"/>'
    ica.done("import", "iati", _file(tmp_path, _activity("C", "60", inside=of), _activity("P", "100")))
    assert "paid 100.00 EUR" in ica.done("ask", "pledges", "XAA").out.splitlines()[0]
    ica.done("import", "iati", _file(tmp_path, _activity("D", "40", inside=of)))
    assert "paid 100.00 EUR" in ica.done("ask", "pledges", "XAA").out.splitlines()[0]
    assert (
        "1 lines taken"
        in ica.done("import", "iati", _file(tmp_path, _activity("E", "1", inside=of.replace("P", "X")))).out
    )


def test_a_dry_run_and_a_strict_one(ica: CommandLine, tmp_path: Path) -> None:
    """Neither records anything of a file with an unsound transaction."""
    name = _file(tmp_path, _activity("A", "5"), _activity("B", "5", "x"))
    assert ica("import", "iati", name, "--dry-run").out == "Would be: 2 lines taken, 0 skipped, 1 refused.\n"
    done = ica("import", "iati", name, "--strict")
    assert (done.code, done.out) == (1, "0 lines taken, 0 skipped, 1 refused.\n")
    assert ica.log() == []


@pytest.mark.parametrize("content", [b"", b"<iati-activities>", b"<svg/>", b"\xff\xfe"])
def test_a_broken_file(content: bytes, ica: CommandLine, tmp_path: Path) -> None:
    """One sentence that names the file, exit 1, nothing recorded, though its beginning was sound."""
    start = b"<iati-activities>" + _activity("A", "5").encode() if content.startswith(b"<iati") else content
    (tmp_path / "a.xml").write_bytes(start)
    done = ica("import", "iati", "a.xml")
    assert (done.code, done.out, len(done.err.splitlines())) == (1, "", 1)
    assert done.err.startswith("a.xml ")
    assert ica.log() == []


@pytest.mark.parametrize(
    "words",
    [
        ("iati", "a.xml", "--sector", "mines"),
        ("fts", "a.xml", "--sector", "15250"),
        ("iati", "b.xml"),
        ("atom", "a.xml"),
    ],
)
def test_misuse(words: Any, ica: CommandLine, tmp_path: Path) -> None:
    """A sector that is none, an option of another kind, no such file or kind: exit 2."""
    _file(tmp_path)
    assert ica("import", *words).code == 2
