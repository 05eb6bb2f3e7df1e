"""What can be said about a meeting."""

from dataclasses import dataclass

from domain.command import Command
from domain.meeting_words import MeetingKind
from domain.values import Date, Id, Party

_MEETING = "key:spring-meeting"


@dataclass(frozen=True, kw_only=True)
class ScheduleMeeting(Command):
    """A meeting is planned for a day, which may yet come."""

    NAME = "schedule-meeting"
    EXAMPLE = {
        "title": "Informal meeting with affected States",
        "kind": "affected",
        "on": "2025-04-08",
        "place": "Palais des Nations, Geneva",
        "hosts": ["XBA", "XAF"],
        "cycle": "2025",
    }

    title: str
    kind: MeetingKind
    on: Date
    place: str | None = None
    hosts: tuple[Party, ...] | None = None
    cycle: str | None = None


@dataclass(frozen=True, kw_only=True)
class MoveMeeting(Command):
    """A meeting will be on another day: what is due before it moves too, and people are told."""

    NAME = "move-meeting"
    NAMES_THING = "meeting_id"
    EXAMPLE = {"meeting_id": _MEETING, "on": "2025-04-15"}

    meeting_id: Id
    on: Date


@dataclass(frozen=True, kw_only=True)
class HoldMeeting(Command):
    """A meeting took place: who came, or how many."""

    NAME = "hold-meeting"
    NAMES_THING = "meeting_id"
    EXAMPLE = {"meeting_id": _MEETING, "attended": ["XAA", "XAB", "XAC", "XBB"], "participants": 15}

    meeting_id: Id
    attended: tuple[Party, ...] | None = None
    participants: int | None = None
    summary: str | None = None


@dataclass(frozen=True, kw_only=True)
class ApproveSummary(Command):
    """The summary of a meeting is no longer a draft for the Coordinators alone."""

    NAME = "approve-summary"
    NAMES_THING = "meeting_id"
    EXAMPLE = {"meeting_id": _MEETING}

    meeting_id: Id
