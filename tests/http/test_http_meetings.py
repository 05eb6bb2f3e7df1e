"""Meetings and outcomes over HTTP: drafts are the Coordinators', and an outcome is followed through the cycle."""

from collections.abc import Callable
from typing import Any

import pytest
from outside.caller import Caller, refused

WORDS = "The Coordinators invited States to share their needs."


def _meeting(office: Caller, title: str = "Informal meeting", on: str = "2025-04-08", **body: Any) -> str:
    return str(office.record("schedule-meeting", title=title, kind="affected", on=on, **body)["id"])


def _outcome(office: Caller, meeting: str, **body: Any) -> str:
    return str(office.record("record-outcome", **{"meeting_id": meeting, "text": "Seek partners."} | body)["id"])


def _ledger(caller: Caller, **asked: Any) -> dict[str, dict[str, Any]]:
    """The ledger by id, to its end."""
    found: list[dict[str, Any]] = []
    after = 0
    while part := caller.items("/outcomes", limit=200, after=after, **asked):
        found += part
        after = part[-1]["position"]
    return {each["id"]: each for each in found}


@pytest.fixture
def held(office: Caller, state: str) -> str:
    """A meeting that took place, with a draft of its summary and a group's statement."""
    meeting = _meeting(office)
    office.record("hold-meeting", meeting_id=meeting, attended=[state, "XAB", "XAC"], summary=WORDS)
    office.record(
        "record-statement", meeting_id=meeting, text="It needs help.", attribution="group", group="affected_state"
    )
    return meeting


def test_a_draft_is_for_the_coordinators(held: str, state: str, office: Caller, someone: Callable[..., Caller]) -> None:
    """Until it is approved nobody else reads its words, wherever the meeting is told of; then whoever may see it."""
    readers = [someone("reader"), someone("state", state), someone("donor", "XBB")]
    addresses = [f"/meetings/{held}", f"/states/{state}/history", f"/meetings/{held}.md", "/meetings?since=2025-04-08"]
    assert office.get(f"/meetings/{held}")["summary"] == WORDS
    assert office.get(f"/meetings/{held}/summary")["draft"] is True
    for caller in readers:
        assert not [address for address in addresses if WORDS in caller.read(address, limit=200).text]
        for form in ("", ".json", ".html", ".md"):
            assert caller.read(f"/meetings/{held}/summary{form}").status_code == 404

    office.record("approve-summary", meeting_id=held)
    for caller in readers:
        assert caller.get(f"/meetings/{held}")["summary"] == WORDS
        assert WORDS in caller.read(f"/states/{state}/history").text
        assert caller.get(f"/meetings/{held}/summary")["draft"] is False


def test_a_mended_draft_stays_a_draft(held: str, office: Caller, someone: Callable[..., Caller]) -> None:
    """The correction of a draft does not tell what the draft now says."""
    (event,) = [each for each in _events(office, held) if each["kind"] == "meeting.held"]
    office.record("correct", event_id=event["event_id"], changes={"summary": f"{WORDS} Twice."}, why="A word was lost.")
    reader = someone("reader")
    told = str(_events(reader, held))
    assert "meeting.held" in told
    assert WORDS not in told
    office.record("approve-summary", meeting_id=held)
    assert f"{WORDS} Twice." in str(_events(reader, held))


def _events(caller: Caller, meeting: str) -> list[dict[str, Any]]:
    found, after = [], 0
    while part := caller.items("/events", limit=200, after=after):
        found += [each for each in part if each["refs"]["meeting_id"] == meeting]
        after = part[-1]["position"]
    return found


def test_an_outcome_is_followed_through_the_cycle(office: Caller) -> None:
    """It names each meeting that took it up again, in order, and each of those meetings names it."""
    first, second, third = (_meeting(office, f"Meeting {number}", f"2025-0{number}-08") for number in (4, 5, 6))
    outcome = _outcome(office, first, owner="XBB", due_on="2025-09-30")
    for later in (second, third):
        office.record("carry-forward", outcome_id=outcome, meeting_id=later)
    expected = [
        {"meeting_id": second, "title": "Meeting 5", "on": "2025-05-08"},
        {"meeting_id": third, "title": "Meeting 6", "on": "2025-06-08"},
    ]
    assert _ledger(office, owner="XBB")[outcome]["carried_through"] == expected
    (shown,) = office.get(f"/meetings/{first}")["outcomes"]
    assert (shown["carried_through"], shown["carried_to"]) == (expected, [second, third])
    assert [each["id"] for each in office.get(f"/meetings/{third}")["taken_up"]] == [outcome]
    assert office.get(f"/meetings/{first}")["taken_up"] == []


def test_a_meeting_that_may_not_be_seen_is_named_by_no_outcome(office: Caller, someone: Callable[..., Caller]) -> None:
    """Carried to a meeting of the Coordinators' own, it reads to others as if it had not been carried there."""
    meeting, hidden = _meeting(office), _meeting(office, "Preparation", visibility="coordinators")
    outcome = _outcome(office, meeting)
    office.record("carry-forward", outcome_id=outcome, meeting_id=hidden)
    reader = someone("reader")
    shown = _ledger(reader)[outcome]
    assert (shown["carried_to"], shown["carried_through"]) == ([], [])
    assert hidden not in reader.read(f"/meetings/{meeting}").text
    refused(reader.read(f"/meetings/{hidden}"), 404)
    assert [each["title"] for each in _ledger(office)[outcome]["carried_through"]] == ["Preparation"]


def test_the_ledger_keeps_what_is_asked_for(office: Caller) -> None:
    """Open ones unless another status is asked for; one owner's alone; nothing it does not know."""
    meeting = _meeting(office)
    ids = {word: _outcome(office, meeting, owner="XBC") for word in ("open", "done", "dropped")}
    for word in ("done", "dropped"):
        office.record("close-outcome", outcome_id=ids[word], result=word, text="So it was.")
    assert list(_ledger(office, owner="XBC")) == [ids["open"]]
    for word, outcome in ids.items():
        assert list(_ledger(office, owner="XBC", status=word)) == [outcome]
    assert list(_ledger(office, owner="XBC", status="all")) == list(ids.values())
    refused(office.read("/outcomes", status="late"), 422, "status")
    refused(office.read("/outcomes", state="XAA"), 422, "state")


def test_meetings_are_kept_by_kind_and_day(office: Caller) -> None:
    """Filters of the list, together."""
    early, late = _meeting(office, on="2031-04-08"), _meeting(office, on="2031-06-08")
    office.record("schedule-meeting", title="Another kind", kind="donors", on="2031-05-08")
    asked = {"kind": "affected", "since": "2031-01-01", "until": "2031-12-31"}
    assert [each["id"] for each in office.items("/meetings", **asked)] == [early, late]
    assert [each["id"] for each in office.items("/meetings", **asked | {"since": "2031-05-01"})] == [late]
    refused(office.read("/meetings", kind="party"), 422, "kind")
