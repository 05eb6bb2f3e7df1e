"""What is said later about a statement that is not named betrays its speaker as little as the statement does."""

from typing import Any

import pytest
from builders import AUDITOR, Kept, a_command, a_correction, a_retraction, an_announcement, moment, someone
from test_meetings import a_meeting, a_statement, held, shown

from projections.audience import AUDITORS, COORDINATORS, STATES_PARTIES, audience_of
from projections.moment import Moment

NAMED = {"attribution": "named", "group": None, "speaker": "XAA"}
UNNAMED = {"attribution": "group", "group": "affected_state"}
BEFORE = Moment(known_at=moment("2025-06-20"))


@pytest.fixture
def meeting(record: Kept) -> str:
    """A meeting that was held."""
    held(record, meeting := a_meeting(record))
    return meeting


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"changes": {"reported_by": "XAA"}}, "changes.reported_by"),
        ({"changes": {"source": {"kind": "letter", "ref": "Letter of Iraq"}}}, "changes.source"),
        ({"changes": {"text": "The Iraqi area is small."}}, "changes.text"),
        ({"changes": {"note": "Asked in Baghdad."}}, "changes.note"),
        ({"changes": {"attribution": "named", "speaker": "XAA"}}, "changes.attribution"),
        ({"changes": {"group": None}}, "changes.group"),
        ({"changes": {"text": "Small."}, "why": "The Iraqi delegate asked for it."}, "why"),
        ({"retract": True, "why": "Iraq did not say so."}, "why"),
        ({"retract": True, "source": {"kind": "letter", "ref": "From Baghdad"}}, "source.ref"),
    ],
)
def test_a_correction_names_nobody(record: Kept, meeting: str, said: dict[str, Any], field: str) -> None:
    """Neither in what it puts right, nor in why, nor in where it is from."""
    statement = record.handle(a_statement(meeting)).id
    command = a_command("correct", event_id=statement, **{"why": "Typo."} | said)
    assert [error.field for error in record.refusal(command).errors] == [field]


def test_a_change_of_circle_names_nobody(record: Kept, meeting: str) -> None:
    """Why it is held back is read as its text was."""
    statement = record.handle(a_statement(meeting)).id
    narrowed = an_announcement(statement, "coordinators", why="The Iraqi delegate asked for it.")
    assert [error.field for error in record.refusal(narrowed).errors] == ["why"]


def test_words_that_a_person_confirmed_may_stay(record: Kept, meeting: str) -> None:
    """A slip elsewhere in the text is put right without reading its names again."""
    said = a_statement(meeting, text="A workshp was held in Sarajevo.", confirmed_anonymous=True)
    statement = record.handle(said).id
    record.handle(a_correction(statement, text="A workshop was held in Sarajevo."))
    assert [each["text"] for each in shown(record, meeting)["statements"]] == ["A workshop was held in Sarajevo."]


def test_a_name_can_be_taken_away(record: Kept, clock: Any, meeting: str) -> None:
    """A named statement becomes one of a group: who spoke is found nowhere, now or then, but by auditors."""
    statement = record.handle(a_statement(meeting, **NAMED, reported_by="XAA")).id
    clock.set("2025-07-01")
    record.handle(a_correction(statement, **UNNAMED))
    for when in (Moment(), BEFORE):
        assert not [each for each in record.history(COORDINATORS, when) if each["kind"] == "statement.recorded"]
        for viewer in (STATES_PARTIES, COORDINATORS, audience_of(someone("state", "XAB"))):
            said = [each for each in record.log(viewer, when) if each["kind"] != "meeting.held"]
            assert "XAA" not in str(said)
    assert "XAA" in str(record.log(audience_of(AUDITOR), event_id=None))
    (kept,) = shown(record, meeting)["statements"]
    assert (kept["attribution"], kept["speaker"], kept["group"]) == ("group", None, "affected_state")


def test_a_state_takes_its_own_name_away(record: Kept, meeting: str) -> None:
    """The State whose word it is corrects it itself; what it said of it before does not name it either."""
    state = someone("state", "XAA")
    statement = record.handle(a_statement(meeting, **NAMED, reported_by="XAA")).id
    record.handle(a_correction(statement, text="Our area is small.", by=state))
    record.handle(a_correction(statement, **UNNAMED, by=state))
    corrections = [each for each in record.log(STATES_PARTIES) if each["kind"] == "fact.corrected"]
    assert {(each["recorded_by"], each["reported_by"]) for each in corrections} == {("state", None)}


def test_a_name_taken_away_does_not_come_back(record: Kept, meeting: str) -> None:
    """The correction that took it away cannot be retracted, nor one that took away a word that tells."""
    statement = record.handle(a_statement(meeting, **NAMED)).id
    correction = record.handle(a_correction(statement, **UNNAMED)).id
    told = record.handle(a_statement(meeting, text="An Iraqi area.", confirmed_anonymous=True)).id
    reworded = record.handle(a_correction(told, text="An area.")).id
    for each in (correction, reworded):
        assert [error.field for error in record.refusal(a_retraction(each)).errors] == ["retract"]


def test_ids_tell_neither_key_nor_actor(record: Kept, meeting: str) -> None:
    """Whoever guesses the key under which a statement was recorded cannot confirm it by the statement's id."""
    with_key = record.coordination.memory().new_stream(a_statement(meeting, key="said-by-XAA"), "statement")
    statement = record.handle(a_statement(meeting, key="said-by-XAA"))
    assert record.recorder.streams(str(with_key)) == []
    again = record.handle(a_statement(meeting, key="said-by-XAA", reported_by="XAB", confirmed_anonymous=False))
    assert (again.id, again.replayed) == (statement.id, True), "whose word it is was not kept, so it is the same"


@pytest.mark.parametrize("attended", [["XAA", "XAB", "ICRC", "EU"], ["XAA", "XAA", "XAB"]])
def test_only_states_make_a_group_of_states(record: Kept, attended: list[str]) -> None:
    """Organisations do not speak as an affected State, and nobody counts twice."""
    held(record, meeting := a_meeting(record), attended=attended)
    record.handle(a_statement(meeting))
    assert [each["attribution"] for each in shown(record, meeting)["statements"]] == ["withheld"]


@pytest.mark.parametrize("circle", [None, "coordinators"])
def test_attendance_learnt_later_narrows_the_past(record: Kept, clock: Any, circle: str | None) -> None:
    """Once few were there, the group is shown as known at no moment, even to those who may not see who was there."""
    record.handle(a_statement(meeting := a_meeting(record)))
    clock.set("2025-07-01")
    held(record, meeting, attended=["XAA", "XAB"], visibility=circle)
    for when in (Moment(), BEFORE):
        for viewer in (STATES_PARTIES, COORDINATORS, AUDITORS):
            (said,) = (each for each in record.log(viewer, when) if each["kind"] == "statement.recorded")
            assert (said["detail"]["attribution"], said["detail"]["group"]) == ("withheld", None)
            assert said["summary"].startswith("A participant said")


@pytest.mark.parametrize(
    ("said", "field"),
    [({"text": "Help the Iraqi side."}, "text"), ({"owner": "XAB"}, "owner"), ({"note": "From Baghdad."}, "note")],
)
def test_an_outcome_about_it_names_nobody(record: Kept, said: dict[str, str], field: str) -> None:
    """What is to be done about what an unnamed State said is for a host of the meeting, or is about nothing."""
    planned = {"title": "Informal meeting", "kind": "affected", "on": "2025-04-08", "hosts": ["XAA"]}
    meeting = record.handle(a_command("schedule-meeting", **planned)).id
    statement = record.handle(a_statement(meeting)).id
    body = {"meeting_id": meeting, "text": "Seek partners."}
    refused = record.refusal(a_command("record-outcome", **body | {"about": statement} | said))
    assert [error.field for error in refused.errors] == [field]
    record.handle(a_command("record-outcome", **body | said))
    record.handle(a_command("record-outcome", **body | {"about": statement, "owner": "XAA"}))
