"""What can be said about Country Coalitions."""

from dataclasses import dataclass

from domain.command import Command
from domain.values import Date, Id, Party, State
from domain.words import Article

_COALITION = "key:northern-coalition"


@dataclass(frozen=True, kw_only=True)
class FormCoalition(Command):
    """One affected State, a lead donor and its partners agree on one goal under one article, until a day."""

    NAME = "form-coalition"
    EXAMPLE = {
        "state": "XAA",
        "article": 4,
        "lead": "XBB",
        "partners": ["XBC"],
        "goal": "Clear the northern districts.",
        "until": "2028-12-31",
    }

    state: State
    article: Article
    lead: Party
    partners: tuple[Party, ...] | None = None
    goal: str
    until: Date


@dataclass(frozen=True, kw_only=True)
class JoinCoalition(Command):
    """A further partner joins."""

    NAME = "join-coalition"
    NAMES_THING = "coalition_id"
    EXAMPLE = {"coalition_id": _COALITION, "partner": "XBA"}

    coalition_id: Id
    partner: Party


@dataclass(frozen=True, kw_only=True)
class LeaveCoalition(Command):
    """A partner, or the lead, leaves; the coalition stands until it is closed."""

    NAME = "leave-coalition"
    NAMES_THING = "coalition_id"
    EXAMPLE = {"coalition_id": _COALITION, "partner": "XBA", "why": "Its programme in the region ended."}

    coalition_id: Id
    partner: Party
    why: str | None = None


@dataclass(frozen=True, kw_only=True)
class CloseCoalition(Command):
    """A coalition ends; the result says what became of its goal."""

    NAME = "close-coalition"
    NAMES_THING = "coalition_id"
    EXAMPLE = {"coalition_id": _COALITION, "result": "The northern districts are cleared."}

    coalition_id: Id
    result: str
