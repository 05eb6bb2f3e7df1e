"""What follows when a meeting is planned, moved, held, and its summary approved."""

from domain.decision import Decision, decides
from domain.meetings.commands import ApproveSummary, HoldMeeting, MoveMeeting, ScheduleMeeting
from domain.meetings.errors import (
    MeetingHeldAlready,
    MeetingNotHeld,
    SummaryApprovedAlready,
)
from domain.meetings.events import MeetingHeld, MeetingMoved, MeetingScheduled, SummaryApproved
from domain.meetings.meeting import Meeting
from domain.meetings.presence import check_presence
from domain.memory import Memory
from domain.said import said


@decides(ScheduleMeeting)
def schedule(command: ScheduleMeeting, memory: Memory, _: None) -> Decision:
    """A meeting is planned, or recorded after the fact."""
    stream = memory.new_stream(command, "meeting")
    meeting = Meeting.open(MeetingScheduled, stream, command, memory.at, **said(command))
    return Decision(str(meeting.id), (meeting,))


@decides(MoveMeeting, Meeting)
def move(command: MoveMeeting, memory: Memory, meeting: Meeting) -> Decision:
    """Only what has not taken place can be moved."""
    if meeting.held:
        raise MeetingHeldAlready
    meeting.add(MeetingMoved, command, memory.at, on=command.on)
    return Decision(str(meeting.id), (meeting,))


@decides(HoldMeeting, Meeting)
def hold(command: HoldMeeting, memory: Memory, meeting: Meeting) -> Decision:
    """Once."""
    if meeting.held:
        raise MeetingHeldAlready
    check_presence(command)
    meeting.add(MeetingHeld, command, memory.at, **said(command, ("meeting_id",)))
    return Decision(str(meeting.id), (meeting,))


@decides(ApproveSummary, Meeting)
def approve(command: ApproveSummary, memory: Memory, meeting: Meeting) -> Decision:
    """Once, and only of a meeting that took place."""
    if not meeting.held:
        raise MeetingNotHeld
    if meeting.approved:
        raise SummaryApprovedAlready
    meeting.add(SummaryApproved, command, memory.at)
    return Decision(str(meeting.id), (meeting,))
