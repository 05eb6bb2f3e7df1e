"""What can be said about an obligation under the Convention."""

from dataclasses import dataclass

from domain.command import Command
from domain.values import Date, Id, State
from domain.words import Article, DecidedBy, Outlook

_OF = {"state": "XAA", "article": 4}


@dataclass(frozen=True)
class Extent:
    """How large an obligation is, as declared: square metres and numbers."""

    area_m2: int | None = None
    confirmed_area_m2: int | None = None
    munitions: int | None = None
    victims: int | None = None


@dataclass(frozen=True)
class Progress:
    """What was done, in square metres and numbers."""

    cleared_m2: int | None = None
    released_m2: int | None = None
    remaining_m2: int | None = None
    destroyed: int | None = None
    newly_discovered_m2: int | None = None


@dataclass(frozen=True, kw_only=True)
class DeclareObligation(Command):
    """A State has an obligation. Under Article 4, `anchor_on` is the end of the hostilities that left the remnants."""

    NAME = "declare-obligation"
    EXAMPLE = _OF | {"figures": {"area_m2": 1200000, "confirmed_area_m2": 850000}}

    state: State
    article: Article
    anchor_on: Date | None = None
    figures: Extent | None = None


@dataclass(frozen=True, kw_only=True)
class ReportProgress(Command):
    """A State says what it has done, over which period."""

    NAME = "report-progress"
    NAMES_THING = "obligation_id"
    EXAMPLE = _OF | {"figures": {"cleared_m2": 6500, "remaining_m2": 1193500}, "period": "2024"}

    state: State
    article: Article
    figures: Progress
    period: str | None = None
    obligation_id: Id | None = None


@dataclass(frozen=True, kw_only=True)
class AssessObligation(Command):
    """How the deadline looks, as the Coordinators see it."""

    NAME = "assess-obligation"
    NAMES_THING = "obligation_id"
    EXAMPLE = _OF | {"outlook": "needs_assistance"}

    state: State
    article: Article
    outlook: Outlook
    obligation_id: Id | None = None


@dataclass(frozen=True, kw_only=True)
class FulfilObligation(Command):
    """A State declared that it has met its obligation."""

    NAME = "fulfil-obligation"
    DATED_BY = "declared_on"
    NAMES_THING = "obligation_id"
    EXAMPLE = _OF | {"declared_on": "2025-09-10"}

    state: State
    article: Article
    declared_on: Date
    obligation_id: Id | None = None


@dataclass(frozen=True, kw_only=True)
class RequestExtension(Command):
    """A State asks for more time."""

    NAME = "request-extension"
    DATED_BY = "lodged_on"
    NAMES_THING = "obligation_id"
    EXAMPLE = _OF | {"until": "2027-03-01", "lodged_on": "2024-11-20"}

    state: State
    article: Article
    until: Date
    lodged_on: Date
    meeting_id: Id | None = None
    obligation_id: Id | None = None


@dataclass(frozen=True, kw_only=True)
class DecideExtension(Command):
    """More time was granted until a date, which may be less than was asked."""

    NAME = "decide-extension"
    DATED_BY = "decided_on"
    NAMES_THING = "obligation_id"
    EXAMPLE = _OF | {"until": "2026-03-01", "decided_on": "2025-09-12", "decided_by": "meeting"}

    state: State
    article: Article
    until: Date
    decided_on: Date
    decided_by: DecidedBy
    meeting_id: Id | None = None
    obligation_id: Id | None = None
