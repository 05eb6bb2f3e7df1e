"""A meeting's summary is a draft, for the Coordinators, until it is approved."""

from domain.meetings.events import MeetingHeld, SummaryApproved
from projections.audience import Audience
from projections.thing import Thing

DRAFT = "[a draft, for the Coordinators until it is approved]"


def is_draft_for(audience: Audience, meeting: Thing) -> bool:
    """Whether these readers do not see the summary yet."""
    return not audience.sees_people and not any(isinstance(fact, SummaryApproved) for fact in meeting.facts)


def shown_summary(held: MeetingHeld, meeting: Thing, audience: Audience) -> str | None:
    """The words on how the meeting went, or that they are not to be read yet."""
    return DRAFT if held.summary and is_draft_for(audience, meeting) else held.summary
