"""Help for every command; and what is said to wrong words: one clear sentence, the right exit code, no traceback."""

from pathlib import Path

import pytest
from outside.command_line import CommandLine, Done

COMMANDS = (
    ["serve"],
    ["migrate"],
    ["rebuild"],
    ["do"],
    ["history"],
    ["ask"],
    ["export"],
    ["import"],
    ["token"],
    ["person"],
    ["token", "create"],
    ["token", "list"],
    ["token", "revoke"],
    ["person", "link"],
    ["person", "unlink"],
    ["slack-manifest"],
)
PLEDGE = ["do", "make-pledge", "--donor", "XBB", "--state", "XAA"]
WRONG: dict[str, tuple[int, list[str], str]] = {
    "no such command": (2, ["remember"], "remember"),
    "no such option": (2, ["history", "XAA", "--colour", "red"], "--colour"),
    "nothing to do": (2, ["do"], "command"),
    "nothing known to do": (
        2,
        ["do", "make-promise"],
        "'make-promise'. There are: acknowledge-reminder",
    ),
    "administration as a command": (2, ["do", "create-token", "--role", "admin"], "create-token"),
    "a field without a value": (2, [*PLEDGE, "--note"], "--note has no value"),
    "a value without a field": (2, [*PLEDGE, "generous"], "'generous' belongs to no field"),
    "an empty key": (2, [*PLEDGE, "--key", ""], "--key is empty"),
    "a version that is none": (2, [*PLEDGE, "--if-match", "new"], "--if-match"),
    "a version of what is made": (2, [*PLEDGE, "--if-match", "1"], "leave --if-match out"),
    "JSON and fields": (2, [*PLEDGE, "--json", "-"], "not both"),
    "no JSON": (2, ["do", "make-pledge", "--json", "broken.json"], "not JSON"),
    "JSON without end": (2, ["do", "make-pledge", "--json", "deep.json"], "not JSON"),
    "JSON that is a list": (2, ["do", "make-pledge", "--json", "list.json"], "an object"),
    "JSON in no file": (2, ["do", "make-pledge", "--json", "none.json"], "none.json cannot be read"),
    "an unknown field": (1, [*PLEDGE, "--doner", "XCC"], "doner: make-pledge has no field doner"),
    "a field twice": (1, [*PLEDGE, "--state", "XAB"], "state: state was given twice"),
    "a part twice": (1, [*PLEDGE, "--money.amount", "5", "--money.amount", "6"], "money.amount was given twice"),
    "a part of the whole": (1, [*PLEDGE, "--money", "5 EUR", "--money.amount", "6"], "money.amount was given twice"),
    "a part of a list": (1, [*PLEDGE, "--tranches", "[]", "--tranches.year", "6"], "tranches was given whole already"),
    "wrong and missing": (1, ["do", "make-pledge", "--money", "much"], "donor: make-pledge needs donor. state:"),
    "an amount of nothing": (1, [*PLEDGE, "--money.amount", "x", "--money.currency", "EUR"], "money.amount:"),
    "a broken rule": (1, ["do", "make-pledge", "--donor", "XBB", "--state", "XBB"], "donor: A State's own money"),
    "an unknown thing": (1, ["do", "commit-pledge", "--pledge_id", "none"], "pledge_id: Nothing is on record"),
    "a history of nobody": (2, ["history", "Atlantis"], '"Atlantis"'),
    "a history of somebody else": (2, ["history", "Lao PDF"], "LAO"),
    "two forms": (2, ["history", "XAA", "--json", "--csv"], "one of --json and --csv"),
    "a day of none": (2, ["history", "XAA", "--as-of", "2025-02-30"], "2025-02-30"),
    "a time of none": (2, ["history", "XAA", "--known-at", "soon"], "'soon'"),
    "an import of nothing": (2, ["import", "gossip", "list.json"], "There are: commands, states-parties, fts"),
    "an import from nowhere": (2, ["import", "commands", "none.jsonl"], "no file none.jsonl"),
    "an import from a folder": (2, ["import", "commands", "."], "no file ."),
    "an import of all commands": (2, ["import", "commands", "list.json", "--all"], "--all goes with fts"),
    "an fts file that is none": (1, ["import", "fts", "broken.json"], "broken.json"),
    "an export of nothing": (2, ["export", "gossip"], "There are: history, log"),
    "an export for nobody": (2, ["export", "log", "--clearance", "secret"], "'secret' is not one of"),
    "an export of nobody": (2, ["export", "history", "--state", "Atlantis"], '"Atlantis"'),
    "an export in no form": (1, ["export", "history", "-o", "history.pdf"], "csv, json, xlsx"),
    "an export into nowhere": (1, ["export", "log", "-o", "no/such/folder/log.jsonl"], "cannot be written"),
    "a view of none": (2, ["rebuild", "gossip"], "There are: events"),
    "a token without a role": (2, ["token", "create"], "--role"),
    "a token of no role": (2, ["token", "create", "--role", "king"], "king"),
    "a token for everybody": (1, ["token", "create", "--role", "public"], "role:"),
    "a State's token of nobody": (1, ["token", "create", "--role", "state"], "state:"),
    "a reader's token of a State": (1, ["token", "create", "--role", "reader", "--state", "XAA"], "state:"),
    "a token of Atlantis": (1, ["token", "create", "--role", "state", "--state", "Atlantis"], '"Atlantis"'),
    "a token for long": (2, ["token", "create", "--role", "reader", "--expires-in", "9999y"], "--expires-in"),
    "a token for no time": (2, ["token", "create", "--role", "reader", "--expires-in", "0d"], "--expires-in"),
    "a token for a while": (2, ["token", "create", "--role", "reader", "--expires-in", "a while"], "--expires-in"),
    "a token that is none": (1, ["token", "revoke", "none"], "token_id: Nothing is on record"),
    "a person who is none": (1, ["person", "link", "--slack", "Ana", "--role", "reader"], "slack:"),
    "a person till yesterday": (
        1,
        ["person", "link", "--slack", "T01/U01", "--role", "reader", "--until", "yesterday"],
        "until:",
    ),
    "a person who holds nothing": (1, ["person", "unlink", "--slack", "T01/U01"], "T01/U01 holds no role"),
}


@pytest.fixture(scope="module")
def ended(shared: CommandLine) -> dict[str, Done]:
    """Every wrong call, made."""
    (shared.folder / "broken.json").write_text('{"donor": ')
    (shared.folder / "deep.json").write_text("[" * 100_000)
    (shared.folder / "list.json").write_text("[]")
    return {name: shared(*words) for name, (_, words, _) in WRONG.items()}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_words(name: str, ended: dict[str, Done]) -> None:
    """1 for what is refused, 2 for misuse; a sentence on standard error that names what is wrong; nothing else."""
    code, words, named = WRONG[name]
    done = ended[name]

    assert done.code == code, (words, done)
    assert named in done.sentence
    assert "Traceback" not in done.err
    assert done.out == ""


def test_nothing_of_it_was_recorded(ended: dict[str, Done], shared: CommandLine) -> None:
    """The record is as empty as before, and no file was left behind."""
    assert ended
    assert shared.done("export", "log").out == ""
    assert {path.name for path in shared.folder.iterdir() if not path.name.startswith("record.db")} == {
        "broken.json",
        "deep.json",
        "list.json",
    }


def test_help(shared: CommandLine) -> None:
    """Each command explains itself, and `ica --help` names them all."""
    main, *each = (shared(*words, "--help") for words in ([], *COMMANDS))

    assert main.code == 0
    for words, help_text in zip(COMMANDS, each, strict=True):
        assert help_text.code == 0
        assert f"ica {' '.join(words)}" in help_text.out
        assert words[0] in main.out
        assert len(help_text.out.split()) > 10
    told = " ".join(each[3].out.split())
    assert "make-pledge: donor*, state*" in told
    assert "create-token" not in told


def test_a_record_that_cannot_be_opened(tmp_path: Path) -> None:
    """A folder, another file or a file in no folder: exit 1 and a sentence, whatever was asked."""
    (tmp_path / "folder.db").mkdir()
    (tmp_path / "text.db").write_text("This is no database at all, but a text of some length. " * 100)
    for name in ("folder.db", "text.db", "text.db/record.db"):
        for words in (["history", "XAA"], PLEDGE):
            done = CommandLine(tmp_path, tmp_path / name)(*words)
            assert done.code == 1, (name, done)
            assert done.sentence
            assert "Traceback" not in done.err


SETTINGS = {
    "ICA_PORT": "eighty",
    "ICA_TIMEZONE": "Mars/Olympus",
    "ICA_DATABASE_URL": "mysql://root:hunter2@localhost/ica",
    "ICA_SLACK_BOT_TOKEN": "xoxb-secret",
    "ICA_SLACK_APP_TOKEN": "xapp-secret",
}


def test_settings_that_are_wrong(shared: CommandLine) -> None:
    """Exit 2 before anything is begun, naming the setting and no secret."""
    for name, value in SETTINGS.items():
        done = shared("serve", env={name: value})
        assert done.code == 2, (name, done)
        assert name in done.sentence
        assert "Traceback" not in done.err
        assert not {"hunter2", "xoxb-secret", "xapp-secret"} & set(done.sentence.replace(":", " ").split())
    for value in ("sqlite:///", "sqlite:///:memory:", "postgresql://", ""):
        done = shared("history", "XAA", env={"ICA_DATABASE_URL": value})
        if value:
            assert (done.code, "ICA_DATABASE_URL" in done.sentence) == (2, True), (value, done)


def test_settings_from_a_file(ica: CommandLine) -> None:
    """A `.env` in the folder is read; one that cannot be read is said."""
    (ica.folder / ".env").write_text("ICA_TIMEZONE=Mars/Olympus\nICA_OTHER=ignored\n")
    done = ica("history", "XAA")
    assert (done.code, "ICA_TIMEZONE" in done.sentence) == (2, True)
    (ica.folder / ".env").write_bytes(b"ICA_TIMEZONE=\xff\xfe\n")
    done = ica("history", "XAA")
    assert (done.code, ".env" in done.sentence, "Traceback" in done.err) == (2, True, False)
