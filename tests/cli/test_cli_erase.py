"""`ica erase`, beside a server that is running."""

from pathlib import Path

from outside.caller import Caller
from outside.command_line import CommandLine
from outside.server import serving

WORDS = "Jane Roe of the ministry"


def test_a_text_goes_and_the_server_no_longer_shows_it(tmp_path: Path) -> None:
    """Whoever runs the command line erases it; every reader then reads that it was erased, and no file holds it."""
    with serving(tmp_path) as server:
        office: Caller = server.caller("coordinator")
        note = {"donor": "XBB", "state": "XAA", "kind": "briefing", "on": "2025-02-01", "text": f"{WORDS} came."}
        contact = office.record("record-contact", **note)
        said = server.ica.done("erase", contact["event_ids"][0], "--why", "The person asked for it.")
        assert "are erased" in said.out
        shown = office.read(f"/events/{contact['event_ids'][0]}", wait=str(contact["position"] + 1))
        assert shown.json()["detail"]["text"] == "[erased]"
    assert any(each.name.endswith(".db") for each in tmp_path.rglob("*")), "searched the right folder"
    assert not [each for each in tmp_path.rglob("*") if each.is_file() and WORDS.encode() in each.read_bytes()]


def test_what_is_unknown_or_has_no_text_is_refused(ica: CommandLine) -> None:
    """In one line that names the field; without a reason it is misuse."""
    assert ica("erase", "00000000-0000-0000-0000-000000000000", "--why", "Asked.").code == 1
    assert ica("erase", "00000000-0000-0000-0000-000000000000").code == 2
