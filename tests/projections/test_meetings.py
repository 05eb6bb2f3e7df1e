"""What meetings say, and what they must not betray."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from builders import ALL, COORDINATOR, NOW, Kept, a_command, a_correction

from adapters.importers import commands
from adapters.importers.run import Import
from projections.audience import COORDINATORS, STATES_PARTIES, Audience
from projections.filters import MeetingFilter, OutcomeFilter

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "meeting-2017-11-24.jsonl"
PRESENT = ("XAA", "XAB", "XAC", "XBB")
VARYING = {"id", "event_id", "statement_id", "key", "idempotency_key"}


def a_meeting(record: Kept, title: str = "Informal meeting", on: str = "2025-04-08") -> str:
    """A meeting is planned."""
    return record.handle(a_command("schedule-meeting", title=title, kind="affected", on=on)).id


def held(record: Kept, meeting_id: str, **said: Any) -> None:
    """A meeting took place."""
    record.handle(a_command("hold-meeting", meeting_id=meeting_id, **{"attended": PRESENT} | said))


def a_statement(meeting_id: str, **said: Any) -> Any:
    """Something an affected State said."""
    body = {"text": "The area is too small for a plan.", "attribution": "group", "group": "affected_state"} | said
    return a_command("record-statement", meeting_id=meeting_id, **body)


def shown(record: Kept, meeting_id: str) -> dict[str, Any]:
    """A meeting as Coordinators see it."""
    listing = record.queries.meetings(COORDINATORS, MeetingFilter(id=meeting_id), ALL, NOW)
    found: dict[str, Any] = orjson.loads(listing.items[0])
    return found


def outcomes(record: Kept, status: str) -> list[dict[str, Any]]:
    """The ledger of outcomes."""
    return [orjson.loads(each) for each in record.queries.outcomes(COORDINATORS, OutcomeFilter(status), ALL, NOW).items]


def test_a_group_statement_keeps_no_speaker(record: Kept) -> None:
    """A speaker is refused where a statement is not named."""
    meeting = a_meeting(record)
    for said in ({}, {"attribution": "withheld", "group": None}):
        refused = record.refusal(a_statement(meeting, speaker="XAA", **said))
        assert [error.field for error in refused.errors] == ["speaker"]


@pytest.mark.parametrize("text", ["Iraq asked for more time.", "The Iraqi delegation asked for more time."])
def test_words_that_name_a_state_need_a_confirmation(record: Kept, text: str) -> None:
    """A State or its people in an anonymous text are refused on `text`, until a person confirms them."""
    meeting = a_meeting(record)
    refused = record.refusal(a_statement(meeting, text=text))
    assert [error.field for error in refused.errors] == ["text"]
    record.handle(a_statement(meeting, text=text, confirmed_anonymous=True))
    assert [each["text"] for each in shown(record, meeting)["statements"]] == [text]


def test_two_speakers_leave_the_same_documents(record: Kept) -> None:
    """Two group statements reported by different States cannot be told apart afterwards."""
    meeting = a_meeting(record)
    held(record, meeting)
    left = []
    for who in ("XAA", "XAB"):
        before = {each["event_id"] for each in record.log(COORDINATORS)}
        record.handle(a_statement(meeting, reported_by=who, confirmed_anonymous=True))
        (event,) = (each for each in record.log(COORDINATORS) if each["event_id"] not in before)
        statement = shown(record, meeting)["statements"][-1]
        assert statement["attribution"] == "group"
        assert who not in orjson.dumps([event, statement]).decode()
        left.append({name: value for name, value in statement.items() if name not in VARYING})
    assert left[0] == left[1]


@pytest.mark.parametrize(
    ("present", "attribution", "group"),
    [
        ({"attended": PRESENT[:2]}, "withheld", None),
        ({"attended": None, "participants": 2}, "withheld", None),
        ({"attended": PRESENT[:3]}, "group", "affected_state"),
        ({"attended": None, "participants": 3}, "group", "affected_state"),
    ],
)
def test_a_group_of_fewer_than_three_is_withheld(
    record: Kept, present: dict[str, Any], attribution: str, group: str | None
) -> None:
    """Where fewer than three were present, the group would name the speaker."""
    meeting = a_meeting(record)
    held(record, meeting, **present)
    record.handle(a_statement(meeting))
    (statement,) = shown(record, meeting)["statements"]
    assert (statement["attribution"], statement["group"]) == (attribution, group)


def test_a_states_history_lists_no_group_statement(record: Kept) -> None:
    """A group statement changes no State's history; a named one enters its speaker's."""
    meeting = a_meeting(record)
    held(record, meeting)
    before = [record.history(COORDINATORS, state=state) for state in PRESENT]
    record.handle(a_statement(meeting))
    assert [record.history(COORDINATORS, state=state) for state in PRESENT] == before
    record.handle(a_statement(meeting, attribution="named", group=None, speaker="XAA"))
    assert len(record.history(COORDINATORS, state="XAA")) == len(before[0]) + 1


def test_an_outcome_is_carried_and_closed(record: Kept) -> None:
    """An outcome stays open when it is carried forward, until it is closed once."""
    meeting, later = a_meeting(record), a_meeting(record, "Next meeting", "2025-06-01")
    said = {"meeting_id": meeting, "text": "Seek partners.", "owner": "XBB", "due_on": "2025-09-30"}
    outcome = record.handle(a_command("record-outcome", **said)).id
    assert [(each["id"], each["carried_to"]) for each in outcomes(record, "open")] == [(outcome, [])]
    record.handle(a_command("carry-forward", outcome_id=outcome, meeting_id=later))
    assert [(each["id"], each["carried_to"]) for each in outcomes(record, "open")] == [(outcome, [later])]
    closing = {"outcome_id": outcome, "result": "done", "text": "Two partners agreed."}
    record.handle(a_command("close-outcome", **closing))
    assert outcomes(record, "open") == []
    assert [each["result"] for each in outcomes(record, "done")] == ["Two partners agreed."]
    assert record.refusal(a_command("close-outcome", **closing)).errors[0].field == "outcome_id"


def test_a_draft_summary_is_not_for_states(record: Kept) -> None:
    """States Parties see no summary until it is approved."""
    meeting = a_meeting(record)
    held(record, meeting)
    draft = record.queries.meeting_summary(COORDINATORS, meeting, NOW)
    assert draft
    assert draft["draft"] is True
    assert record.queries.meeting_summary(STATES_PARTIES, meeting, NOW) is None
    record.handle(a_command("approve-summary", meeting_id=meeting))
    approved = record.queries.meeting_summary(STATES_PARTIES, meeting, NOW)
    assert approved
    assert approved["draft"] is False


def test_the_words_of_a_draft_are_not_for_states(record: Kept) -> None:
    """What was written as a summary is read by States Parties once it is approved, at no address before."""
    meeting = a_meeting(record)
    held(record, meeting, summary="Not read by everybody yet.")
    asked = MeetingFilter(id=meeting)

    def read(viewer: Audience) -> str:
        return str([record.queries.meetings(viewer, asked, ALL, NOW).items, record.log(viewer)])

    assert ["Not read" in read(viewer) for viewer in (STATES_PARTIES, COORDINATORS)] == [False, True]
    record.handle(a_command("approve-summary", meeting_id=meeting))
    assert "Not read" in read(STATES_PARTIES)


def test_an_outcome_is_carried_once_to_each_meeting(record: Kept) -> None:
    """A second time is refused; who may not see the later meeting does not learn of it."""
    meeting = a_meeting(record)
    closed = a_command(
        "schedule-meeting", title="Bureau", kind="coordination", on="2025-06-01", visibility="coordinators"
    )
    later = record.handle(closed).id
    outcome = record.handle(a_command("record-outcome", meeting_id=meeting, text="Seek partners.")).id
    carrying = {"outcome_id": outcome, "meeting_id": later}
    record.handle(a_command("carry-forward", **carrying))
    assert record.refusal(a_command("carry-forward", **carrying)).errors[0].field == "meeting_id"
    assert [each["carried_to"] for each in outcomes(record, "open")] == [[later]]
    seen = record.queries.outcomes(STATES_PARTIES, OutcomeFilter("open"), ALL, NOW).items
    assert later not in str([seen, record.log(STATES_PARTIES)])


@pytest.mark.parametrize("changes", [{"participants": 3}, {"participants": -1}])
def test_attendance_is_corrected_within_reason(record: Kept, changes: dict[str, int]) -> None:
    """A number below those named is refused, when it is recorded and when it is corrected."""
    meeting = a_meeting(record)
    assert record.refusal(a_command("hold-meeting", meeting_id=meeting, attended=PRESENT, **changes))
    event = record.handle(a_command("hold-meeting", meeting_id=meeting, attended=PRESENT)).event_ids[0]
    assert record.refusal(a_correction(event, **changes)).errors[0].field == "changes.participants"


def test_a_summary_has_all_its_parts(record: Kept) -> None:
    """Challenges, access issues, outcomes, recommendations and the record are in a summary."""
    meeting = a_meeting(record)
    held(record, meeting)
    tags = {"challenges": ["funding", "capacity"], "access_issues": ["tied_to_projects"]}
    record.handle(a_statement(meeting, **tags))
    record.handle(a_command("record-outcome", meeting_id=meeting, text="Seek partners."))
    advice = {"text": "Plan over several years.", "addressed_to": "donors"}
    record.handle(a_command("record-recommendation", meeting_id=meeting, **advice))
    summary = record.queries.meeting_summary(COORDINATORS, meeting, NOW)
    assert summary
    points = summary["key_points"]
    assert [each["tag"] for each in points["challenges"]] == ["capacity", "funding"]
    assert [each["tag"] for each in points["access_issues"]] == ["tied_to_projects"]
    assert [(each["text"], each["status"]) for each in summary["outcomes"]] == [("Seek partners.", "open")]
    assert [(each["text"], each["addressed_to"]) for each in summary["recommendations"]] == [
        ("Plan over several years.", "donors")
    ]
    assert [each["text"] for each in summary["record"]] == ["The area is too small for a plan."]


def test_the_example_is_taken_whole(record: Kept) -> None:
    """The example meeting is imported line by line with nothing refused, and a repeat is known."""
    written = len(EXAMPLE.read_text(encoding="utf-8").splitlines())
    outcome = Import(record, COORDINATOR).run(commands.read(EXAMPLE))
    assert (outcome.taken, outcome.refused) == (written, [])
    again = Import(record, COORDINATOR).run(commands.read(EXAMPLE))
    assert (again.taken, again.known, again.refused) == (0, written, [])
    record.projector.catch_up()
    (found,) = record.queries.meetings(COORDINATORS, MeetingFilter(), ALL, NOW).items
    summary = record.queries.meeting_summary(COORDINATORS, orjson.loads(found)["id"], NOW)
    assert summary
    assert (len(summary["recommendations"]), len(summary["outcomes"]), len(summary["record"])) == (9, 1, 21)
