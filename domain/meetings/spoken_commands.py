"""What can be said about what was said and settled at a meeting."""

from dataclasses import dataclass, replace
from typing import Self

from domain.command import Command
from domain.meeting_words import AccessIssue, Addressee, Attribution, Group, OutcomeResult
from domain.values import Date, Id, Party
from domain.words import Challenge

_MEETING = "key:spring-meeting"


@dataclass(frozen=True, kw_only=True)
class RecordStatement(Command):
    """Something said at a meeting; a `group` or `withheld` one keeps no speaker, and its words must not name one."""

    NAME = "record-statement"
    NAMES_THING = "meeting_id"
    EXAMPLE = {
        "meeting_id": _MEETING,
        "text": "Its contaminated area is too small to warrant a completion plan.",
        "attribution": "group",
        "group": "affected_state",
        "challenges": ["procedures"],
    }

    meeting_id: Id
    text: str
    attribution: Attribution
    speaker: Party | None = None
    group: Group | None = None
    challenges: tuple[Challenge, ...] | None = None
    access_issues: tuple[AccessIssue, ...] | None = None
    confirmed_anonymous: bool = False

    def kept(self) -> Self:
        """Not whose word it is, unless it is named: a digest of few possible names would tell which."""
        return self if self.attribution is Attribution.NAMED else replace(self, reported_by=None)


@dataclass(frozen=True, kw_only=True)
class RecordOutcome(Command):
    """Something the meeting settled that somebody must carry forward."""

    NAME = "record-outcome"
    NAMES_THING = "meeting_id"
    EXAMPLE = {
        "meeting_id": _MEETING,
        "text": "Seek partners for the request on clearance and victim assistance.",
        "owner": "XBA",
        "due_on": "2025-09-30",
    }

    meeting_id: Id
    text: str
    owner: Party | None = None
    due_on: Date | None = None
    about: Id | None = None


@dataclass(frozen=True, kw_only=True)
class RecordRecommendation(Command):
    """Advice of the meeting."""

    NAME = "record-recommendation"
    NAMES_THING = "meeting_id"
    EXAMPLE = {
        "meeting_id": _MEETING,
        "text": "Partners should consider multi-year partnerships.",
        "addressed_to": "donors",
    }

    meeting_id: Id
    text: str
    addressed_to: Addressee


@dataclass(frozen=True, kw_only=True)
class CarryForward(Command):
    """An open outcome is taken up again at a later meeting."""

    NAME = "carry-forward"
    NAMES_THING = "outcome_id"
    EXAMPLE = {"outcome_id": "key:seek-partners", "meeting_id": "key:autumn-meeting"}

    outcome_id: Id
    meeting_id: Id


@dataclass(frozen=True, kw_only=True)
class CloseOutcome(Command):
    """An outcome was done, or dropped; the text says how."""

    NAME = "close-outcome"
    NAMES_THING = "outcome_id"
    EXAMPLE = {"outcome_id": "key:seek-partners", "result": "done", "text": "Two partners agreed to a joint visit."}

    outcome_id: Id
    result: OutcomeResult
    text: str
