"""How a statement is attributed where it is shown: a group of fewer than three present would name its speaker."""

from collections.abc import Iterable

from domain.fact import Fact
from domain.meeting_words import Attribution, Group
from domain.meetings.events import MeetingHeld, StatementRecorded
from domain.names import is_state
from projections.thing import Thing

FEWEST = 3
BODIES = frozenset({Group.COORDINATION_COMMITTEE, Group.ISU, Group.COORDINATORS})
"""Groups that are an office rather than a number of States."""


def shown_attribution(statement: StatementRecorded, meeting: Thing) -> tuple[str, str | None]:
    """Attribution and group as they may be shown: attendance learnt later narrows what is shown of the past too."""
    if statement.attribution != Attribution.GROUP or statement.group in BODIES:
        return statement.attribution, statement.group
    present = (_present(facts) for facts in (meeting.facts, meeting.known_today))
    if any(number is not None and number < FEWEST for number in present):
        return Attribution.WITHHELD.value, None
    return statement.attribution, statement.group


def without_speaker(fact: Fact, meeting: Thing) -> Fact:
    """What was said about a statement that is not named: its speaker may have said it, so the role alone is shown."""
    about = getattr(fact, fact.BELONGS_TO or "", None)
    unnamed = (
        isinstance(each, StatementRecorded) and each.attribution != Attribution.NAMED
        for each in meeting.known_today
        if about and about in each.names
    )
    return fact.changed(reported_by=None, recorded_as=fact.recorded_as.split()[0]) if any(unnamed) else fact


def _present(facts: Iterable[Fact]) -> int | None:
    """How many States were there, else how many people; None where nobody said."""
    held = [fact for fact in facts if isinstance(fact, MeetingHeld)]
    if not held:
        return None
    if (attended := held[-1].attended) is not None:
        return len({party for party in attended if is_state(party)})
    return held[-1].participants
