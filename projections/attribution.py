"""How a statement is attributed where it is shown: a group of fewer than three present would name its speaker."""

from domain.meetings.events import MeetingHeld, StatementRecorded
from domain.words import Attribution, Group
from projections.thing import Thing

FEWEST = 3
BODIES = frozenset({Group.COORDINATION_COMMITTEE, Group.ISU, Group.COORDINATORS})
"""Groups that are an office rather than a number of States."""


def shown_attribution(statement: StatementRecorded, meeting: Thing) -> tuple[str, str | None]:
    """Attribution and group as they may be shown."""
    if statement.attribution != Attribution.GROUP or statement.group in BODIES:
        return statement.attribution, statement.group
    present = _present(meeting)
    if present is not None and present < FEWEST:
        return Attribution.WITHHELD.value, None
    return statement.attribution, statement.group


def _present(meeting: Thing) -> int | None:
    """How many were there; None where nobody said."""
    held = [fact for fact in meeting.facts if isinstance(fact, MeetingHeld)]
    if not held:
        return None
    return len(held[-1].attended) if held[-1].attended is not None else held[-1].participants
