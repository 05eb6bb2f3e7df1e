"""What follows from what was said and settled at a meeting."""

from dataclasses import replace
from uuid import uuid5

from domain.decision import Decision, decides
from domain.errors import UnknownId
from domain.meeting_words import Attribution
from domain.meetings.anonymity import check_about_anonymous, check_words, is_anonymous, without_speaker
from domain.meetings.attributions import check_attribution
from domain.meetings.errors import CarriedAlready, CarriedToItsOwnMeeting, OutcomeClosedAlready
from domain.meetings.events import (
    OutcomeCarriedForward,
    OutcomeClosed,
    OutcomeRecorded,
    RecommendationRecorded,
    StatementRecorded,
)
from domain.meetings.meeting import Meeting
from domain.meetings.spoken_commands import (
    CarryForward,
    CloseOutcome,
    RecordOutcome,
    RecordRecommendation,
    RecordStatement,
)
from domain.memory import Memory
from domain.record import Record
from domain.said import said
from domain.values import Id

_UNLESS_CONFIRMED = "reword it, or confirm with confirmed_anonymous that it does not."


@decides(RecordStatement, Meeting)
def state(command: RecordStatement, memory: Memory, meeting: Meeting) -> Decision:
    """A speaker is kept only where the statement is named."""
    check_attribution(command)
    if command.attribution is not Attribution.NAMED:
        if not command.confirmed_anonymous:
            check_words(command, ("text", "note", "reported_by"), _UNLESS_CONFIRMED)
        command = without_speaker(command)
    statement_id = str(uuid5(meeting.id, f"statement {meeting.version + 1}"))  # tells neither actor nor key
    fields = said(command, ("meeting_id", "confirmed_anonymous")) | {"statement_id": statement_id}
    meeting.add(StatementRecorded, command, memory.at, **fields)
    return Decision(statement_id, (meeting,))


@decides(RecordOutcome, Meeting)
def settle(command: RecordOutcome, memory: Memory, meeting: Meeting) -> Decision:
    """Open until it is closed."""
    outcome_id = str(uuid5(memory.new_stream(command, "outcome"), "outcome"))
    fields = said(command, ("meeting_id",)) | {"outcome_id": outcome_id}
    if command.about:
        fields["about"] = memory.plain_id(command.about, command.by)
        about = memory.get(Record, command.about, command.by, "about").find(fields["about"])
        if about and is_anonymous(about.fact):
            check_about_anonymous(command, meeting.hosts)
            command = without_speaker(command)
    meeting.add(OutcomeRecorded, command, memory.at, **fields)
    return Decision(outcome_id, (meeting,))


@decides(RecordRecommendation, Meeting)
def recommend(command: RecordRecommendation, memory: Memory, meeting: Meeting) -> Decision:
    """Advice, addressed."""
    recommendation_id = str(uuid5(memory.new_stream(command, "recommendation"), "recommendation"))
    fields = said(command, ("meeting_id",)) | {"recommendation_id": recommendation_id}
    meeting.add(RecommendationRecorded, command, memory.at, **fields)
    return Decision(recommendation_id, (meeting,))


@decides(CarryForward, Meeting)
def carry_forward(command: CarryForward, memory: Memory, meeting: Meeting) -> Decision:
    """An open outcome goes on to another meeting."""
    outcome_id = _open_outcome(command.outcome_id, command, memory, meeting)
    other = memory.get(Meeting, command.meeting_id, command.by, "meeting_id")
    if other.id == meeting.id:
        raise CarriedToItsOwnMeeting
    if str(other.id) in meeting.carried_to(outcome_id):
        raise CarriedAlready
    if other.opening.visibility.rank > meeting.opening.visibility.rank:  # the later meeting is not betrayed here
        command = replace(command, visibility=other.opening.visibility)
    meeting.add(OutcomeCarriedForward, command, memory.at, outcome_id=outcome_id, to_meeting_id=str(other.id))
    return Decision(outcome_id, (meeting,))


@decides(CloseOutcome, Meeting)
def close(command: CloseOutcome, memory: Memory, meeting: Meeting) -> Decision:
    """Done or dropped, once."""
    outcome_id = _open_outcome(command.outcome_id, command, memory, meeting)
    meeting.add(OutcomeClosed, command, memory.at, outcome_id=outcome_id, result=command.result, text=command.text)
    return Decision(outcome_id, (meeting,))


def _open_outcome(named: Id, command: CarryForward | CloseOutcome, memory: Memory, meeting: Meeting) -> str:
    outcome = meeting.outcome(memory.plain_id(named, command.by))
    if outcome is None:
        raise UnknownId(f"No outcome is on record under {named!r}.", "outcome_id")
    if meeting.is_closed(outcome.outcome_id):
        raise OutcomeClosedAlready
    return outcome.outcome_id
