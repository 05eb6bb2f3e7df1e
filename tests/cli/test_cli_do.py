"""`ica do`: every way to say a command's fields, and the same answer as over HTTP."""

import json
from typing import Any

import pytest
from outside.command_line import CommandLine, Done


def _receipt(done: Done) -> dict[str, Any]:
    assert done.code == 0, done
    said: dict[str, Any] = json.loads(done.out)
    return said


def _detail(ica: CommandLine) -> dict[str, Any]:
    """What the last event says."""
    return ica.log()[-1]


def test_a_receipt(shared: CommandLine) -> None:
    """The installed `ica` answers ids, version, position and time, as HTTP does."""
    said = _receipt(shared.afresh("do", "make-pledge", "--donor", "XBB", "--state", "XAA", "--key", "first"))
    assert set(said) == {"id", "event_ids", "version", "position", "recorded_at"}
    assert (said["version"], len(said["event_ids"])) == (1, 1)


FULL = {
    "state": "XAA",
    "article": 4,
    "nature": ["financial", "technical"],
    "need": "Clear the north; then the south.",
    "money": {"amount": "1200000.00", "currency": "USD"},
    "match_sought": "1:1",
    "source": {"kind": "letter", "ref": "NV 5; page 2", "url": "https://example.org/a=b"},
}
SPELLED: dict[str, list[str]] = {
    "fields apart": [
        "--state", "XAA", "--article", "4", "--nature", "financial", "--nature", "technical",
        "--need", "Clear the north; then the south.", "--money.amount", "1200000.00", "--money.currency", "USD",
        "--match_sought", "1:1", "--source.kind", "letter", "--source.ref", "NV 5; page 2",
        "--source.url", "https://example.org/a=b",
    ],
    "with equals signs": [
        "--state=XAA", "--article=4", "--nature=financial;technical", "--need=Clear the north; then the south.",
        "--money=1200000.00 USD", "--match-sought=1:1", "--source.kind=letter", "--source.ref=NV 5; page 2",
        "--source.url=https://example.org/a=b",
    ],
    "as pieces of JSON": [
        "--state", "XAA", "--article", "4", "--nature", '["financial", "technical"]',
        "--need", "Clear the north; then the south.", "--money", '{"amount": "1200000.00", "currency": "USD"}',
        "--match_sought", "1:1",
        "--source", '{"kind": "letter", "ref": "NV 5; page 2", "url": "https://example.org/a=b"}',
    ],
    "as names": [
        "--state", "arvandor", "--article", "4", "--nature", "financial ; technical",
        "--need", " Clear the north; then the south. ", "--money", "1200000 USD", "--match-sought", "1:1",
        "--source.kind", "letter", "--source.ref", "NV 5; page 2", "--source.url", "https://example.org/a=b",
    ],
}  # fmt: skip


@pytest.mark.parametrize("words", SPELLED.values(), ids=SPELLED)
def test_one_command_in_many_spellings(words: list[str], shared: CommandLine) -> None:
    """Flags, equals signs, dots, semicolons, repeats, JSON and names: one key, one body, one event."""
    first = _receipt(shared("do", "submit-request", "--json", "-", "--key", "spelled", stdin=json.dumps(FULL)))
    again = shared("do", "submit-request", *words, "--key", "spelled")

    assert _receipt(again) == first
    assert "the same answer" in again.err


def test_a_body_from_a_file(shared: CommandLine) -> None:
    """`--json FILE` is `--json -`."""
    (shared.folder / "body.json").write_text(json.dumps(FULL), encoding="utf-8")
    first = _receipt(shared("do", "submit-request", "--json", "body.json", "--key", "from a file"))
    again = shared("do", "submit-request", "--json", "-", "--key", "from a file", stdin=json.dumps(FULL))
    assert _receipt(again) == first


def test_flags_lists_and_what_looks_like_an_option(shared: CommandLine) -> None:
    """A bare flag is true; a value may begin with a dash, a bracket or a brace."""
    shared.done(
        "do", "shift-support", "--unexplained", "--donor", "XBC", "--state", "XAC", "--direction", "cut",
        "--note", "--much less", "--reported-by", "XAC",
    )  # fmt: skip
    event = _detail(shared)
    assert (event["detail"]["unexplained"], event["detail"]["note"]) == (True, "--much less")
    words = ["do", "make-pledge", "--donor", "XBD", "--state", "XAD"]
    shared.done(*words, "--source.kind", "letter", "--source.ref", "[12]")
    assert _detail(shared)["source"]["ref"] == "[12]"
    shared.done(*words, "--conditions", '{"not": "an object"}')
    assert _detail(shared)["detail"]["conditions"] == '{"not": "an object"}'


def test_nested_lists_and_mappings(shared: CommandLine) -> None:
    """Tranches as JSON, forms by dots."""
    tranches = [{"year": year, "money": {"amount": "5.00", "currency": "EUR"}} for year in (2025, 2026)]
    shared.done("do", "make-pledge", "--donor", "XBE", "--state", "XAE", "--tranches", json.dumps(tranches))
    assert _detail(shared)["detail"]["tranches"] == tranches
    shared.done(
        "do", "file-article7-report", "--state", "XAE", "--kind", "annual", "--year", "2023",
        "--filed_on", "2024-04-30", "--forms.F", "changed", "--forms.I", "unchanged",
    )  # fmt: skip
    assert _detail(shared)["detail"]["forms"] == {"F": "changed", "I": "unchanged"}


def test_a_correction_by_options(shared: CommandLine) -> None:
    """New values under `changes.`; `--retract` alone takes the fact back."""
    made = _receipt(shared("do", "make-pledge", "--donor", "XBF", "--state", "XAF", "--money", "5 EUR"))["event_ids"][0]
    money = {"amount": "6.00", "currency": "EUR"}
    shared.done("do", "correct", "--event-id", made, "--why", "A slip.", "--changes.money", json.dumps(money))
    assert _detail(shared)["detail"]["changes"] == {"money": money}
    shared.done("do", "correct", "--event-id", made, "--why", "Never.", "--retract")
    assert _detail(shared)["kind"] == "fact.retracted"


def test_versions_and_keys(shared: CommandLine) -> None:
    """`--if-match` at the right version is taken, a stale one refused; a key belongs to who is named by `--as`."""
    pledge = _receipt(shared("do", "make-pledge", "--donor", "XBG", "--state", "XAG", "--key", "mine"))["id"]
    stale = shared("do", "commit-pledge", "--pledge_id", pledge, "--if-match", "7")
    assert (stale.code, "If-Match" in stale.err) == (1, True)
    shared.done("do", "commit-pledge", "--pledge_id", "key:mine", "--if-match", "1")
    theirs = shared("do", "disburse-pledge", "--pledge_id", "key:mine", "--as", "cli:somebody-else")
    assert (theirs.code, theirs.err.startswith("pledge_id: ")) == (1, True)
    other = shared("do", "make-pledge", "--donor", "XBG", "--state", "XAH", "--key", "mine")
    assert (other.code, other.err.startswith("Idempotency-Key: ")) == (1, True)
    shared.done("do", "make-pledge", "--donor", "XBG", "--state", "XAH", "--key", "mine", "--as", "cli:somebody-else")


def test_without_a_key_a_repeat_is_a_second_fact(shared: CommandLine) -> None:
    """Two equal payments stay two, unless a key says that they are one."""
    words = ["do", "make-pledge", "--donor", "XBH", "--state", "XAI"]
    assert _receipt(shared(*words))["id"] != _receipt(shared(*words))["id"]


def test_who_records(shared: CommandLine) -> None:
    """`cli:<user>`, or the name given by `--as`; as Coordinators."""
    shared.done("do", "make-pledge", "--donor", "XBI", "--state", "XAJ", env={"USER": "ana", "LOGNAME": "ana"})
    assert _detail(shared)["recorded_by"] == "cli:ana"
    shared.done("do", "make-pledge", "--donor", "XBI", "--state", "XAJ", "--as", "minutes of March")
    assert _detail(shared)["recorded_by"] == "minutes of March"
