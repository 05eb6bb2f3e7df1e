"""What a statement says of who spoke: a speaker only where it is named, a group only where a group spoke."""

from typing import Any

from domain.meeting_words import Attribution
from domain.meetings.errors import GroupMissing, GroupNotKept, SpeakerMissing, SpeakerNotKept


def check_attribution(said: Any) -> None:
    """The same for a command and for a statement as a correction would leave it."""
    named, grouped = said.attribution == Attribution.NAMED, said.attribution == Attribution.GROUP
    if named and not said.speaker:
        raise SpeakerMissing
    if not named and said.speaker:
        raise SpeakerNotKept
    if grouped and not said.group:
        raise GroupMissing
    if not grouped and said.group:
        raise GroupNotKept
