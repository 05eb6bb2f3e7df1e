"""What happened with meetings."""

from typing import Any

from domain.fact import Fact, Opening

ALL_MEETINGS = "meetings"


class MeetingScheduled(Opening):
    TOPIC = "meeting.scheduled"
    ABOUT = "A meeting was planned for a day."
    COMMAND = "schedule-meeting"

    title: str
    kind: str
    on: str
    place: str | None = None
    hosts: list[str] | None = None
    cycle: str | None = None

    @property
    def index(self) -> frozenset[str]:
        """Meetings are listed."""
        return frozenset({ALL_MEETINGS})


class MeetingMoved(Fact):
    TOPIC = "meeting.moved"
    ABOUT = "A meeting was moved to another day."
    COMMAND = "move-meeting"
    FIXED = ("meeting_id",)

    on: str


class MeetingHeld(Fact):
    TOPIC = "meeting.held"
    ABOUT = "A meeting took place."
    COMMAND = "hold-meeting"
    FIXED = ("meeting_id",)

    attended: list[str] | None = None
    participants: int | None = None
    summary: str | None = None


class SummaryApproved(Fact):
    TOPIC = "summary.approved"
    ABOUT = "The summary of a meeting is no longer a draft."


class StatementRecorded(Fact):
    """A `group` or `withheld` statement has no speaker, here or anywhere."""

    TOPIC = "statement.recorded"
    ABOUT = "Something was said at a meeting."
    COMMAND = "record-statement"
    NAMES = ("statement_id",)
    ERASABLE = ("note", "text")
    FIXED = ("meeting_id", "confirmed_anonymous")

    statement_id: str
    text: str
    attribution: str
    speaker: str | None = None
    group: str | None = None
    challenges: list[str] | None = None
    access_issues: list[str] | None = None

    def brings_along(self, changes: dict[str, Any]) -> dict[str, Any]:
        """Once it is not named, the speaker goes, whose word it is too, and where it is withheld the group."""
        attribution = str(changes.get("attribution"))
        gone = {
            "group": ("speaker", "reported_by"),
            "withheld": ("speaker", "reported_by", "group"),
            "named": ("group",),
        }
        return dict.fromkeys(gone.get(attribution, ()))


class OutcomeRecorded(Fact):
    TOPIC = "outcome.recorded"
    ABOUT = "A meeting settled something that somebody must carry forward."
    COMMAND = "record-outcome"
    NAMES = ("outcome_id",)
    FIXED = ("meeting_id", "about")

    outcome_id: str
    text: str
    owner: str | None = None
    due_on: str | None = None
    about: str | None = None


class RecommendationRecorded(Fact):
    TOPIC = "recommendation.recorded"
    ABOUT = "A meeting gave advice."
    COMMAND = "record-recommendation"
    NAMES = ("recommendation_id",)
    FIXED = ("meeting_id",)

    recommendation_id: str
    text: str
    addressed_to: str


class OutcomeCarriedForward(Fact):
    TOPIC = "outcome.carried"
    ABOUT = "An open outcome was taken up again at a later meeting."
    COMMAND = "carry-forward"
    BELONGS_TO = "outcome_id"
    FIXED = ("outcome_id", "meeting_id")

    outcome_id: str
    to_meeting_id: str


class OutcomeClosed(Fact):
    TOPIC = "outcome.closed"
    ABOUT = "An outcome was done, or dropped."
    COMMAND = "close-outcome"
    BELONGS_TO = "outcome_id"
    FIXED = ("outcome_id",)

    outcome_id: str
    result: str
    text: str
