"""The words of a meeting's summary: a draft, for those who work with the record, until it is approved."""

from domain.meetings.events import MeetingHeld, SummaryApproved
from projections.audience import Audience
from projections.thing import Thing


def is_approved(meeting: Thing) -> bool:
    """Whether its summary is no longer a draft."""
    return any(isinstance(fact, SummaryApproved) for fact in meeting.facts)


def shown_summary(held: MeetingHeld, meeting: Thing, audience: Audience) -> str | None:
    """Its words, for whoever may read them yet."""
    return held.summary if audience.sees_people or is_approved(meeting) else None
