"""What follows from what was said and settled at a meeting."""

from dataclasses import replace
from uuid import uuid5

from domain.decision import Decision, decides
from domain.errors import UnknownId
from domain.meetings.errors import (
    CarriedToItsOwnMeeting,
    GroupMissing,
    GroupNotKept,
    OutcomeClosedAlready,
    SpeakerMissing,
    SpeakerNotKept,
    WouldNameTheSpeaker,
)
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
from domain.names import giveaways
from domain.record import Record
from domain.said import said
from domain.values import Id
from domain.words import Attribution


@decides(RecordStatement, Meeting)
def state(command: RecordStatement, memory: Memory, meeting: Meeting) -> Decision:
    """A speaker is kept only where the statement is named."""
    _check_attribution(command)
    if command.attribution is not Attribution.NAMED:
        _check_anonymous(command)
        command = replace(command, reported_by=None)
    statement_id = str(uuid5(memory.new_stream(command, "statement"), "statement"))
    fields = said(command, ("meeting_id", "confirmed_anonymous")) | {"statement_id": statement_id}
    meeting.add(StatementRecorded, command, memory.at, **fields)
    return Decision(statement_id, (meeting,))


@decides(RecordOutcome, Meeting)
def settle(command: RecordOutcome, memory: Memory, meeting: Meeting) -> Decision:
    """Open until it is closed."""
    outcome_id = str(uuid5(memory.new_stream(command, "outcome"), "outcome"))
    fields = said(command, ("meeting_id",)) | {"outcome_id": outcome_id}
    if command.about:
        memory.get(Record, command.about, command.by, "about")
        fields["about"] = memory.plain_id(command.about, command.by)
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


def _check_attribution(command: RecordStatement) -> None:
    named = command.attribution is Attribution.NAMED
    if named and not command.speaker:
        raise SpeakerMissing
    if not named and command.speaker:
        raise SpeakerNotKept
    grouped = command.attribution is Attribution.GROUP
    if grouped and not command.group:
        raise GroupMissing
    if not grouped and command.group:
        raise GroupNotKept


def _check_anonymous(command: RecordStatement) -> None:
    """Text, note, source and reporter are read for what would name the speaker, unless a person confirms them."""
    if command.confirmed_anonymous:
        return
    read = {"text": command.text, "note": command.note, "reported_by": command.reported_by}
    if command.source:
        read |= {f"source.{name}": value for name, value in vars(command.source).items() if name != "kind"}
    for field, text in read.items():
        if found := giveaways(text or ""):
            words = ", ".join(f"“{word}”" for word in found)
            raise WouldNameTheSpeaker(
                f"{words} may name who spoke: reword it, or confirm with confirmed_anonymous that it does not.", field
            )
