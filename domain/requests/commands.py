"""What can be said about a request for assistance."""

from dataclasses import dataclass

from domain.command import Command
from domain.values import BudgetLine, Date, Id, Money, Ratio, State
from domain.words import Article, Nature, Settlement


@dataclass(frozen=True, kw_only=True)
class SubmitRequest(Command):
    """A State seeks assistance under one article; a need under two articles is two requests."""

    NAME = "submit-request"
    EXAMPLE = {
        "state": "XAA",
        "article": 4,
        "nature": ["financial", "technical"],
        "need": "Clear 1.2 square kilometres in the northern districts.",
        "money": {"amount": "1200000.00", "currency": "USD"},
        "match_sought": "1:1",
    }

    state: State
    article: Article
    nature: tuple[Nature, ...]
    need: str
    money: Money | None = None
    budget: tuple[BudgetLine, ...] | None = None
    from_on: Date | None = None
    until: Date | None = None
    plan_id: Id | None = None
    national_investment: Money | None = None
    match_sought: Ratio | None = None


@dataclass(frozen=True, kw_only=True)
class AmendRequest(Command):
    """The State says its need anew: what is given replaces what stood, the rest stays."""

    NAME = "amend-request"
    NAMES_THING = "request_id"
    EXAMPLE = {"request_id": "key:northern-districts", "money": {"amount": "900000.00", "currency": "USD"}}

    request_id: Id
    article: Article | None = None
    nature: tuple[Nature, ...] | None = None
    need: str | None = None
    money: Money | None = None
    budget: tuple[BudgetLine, ...] | None = None
    from_on: Date | None = None
    until: Date | None = None
    plan_id: Id | None = None
    national_investment: Money | None = None
    match_sought: Ratio | None = None


@dataclass(frozen=True, kw_only=True)
class SettleRequest(Command):
    """A request was met, in part, in full, or for now."""

    NAME = "settle-request"
    NAMES_THING = "request_id"
    EXAMPLE = {"request_id": "key:northern-districts", "status": "partly_met", "why": "Two of three districts funded."}

    request_id: Id
    status: Settlement
    why: str | None = None


@dataclass(frozen=True, kw_only=True)
class WithdrawRequest(Command):
    """A request is taken back; always possible, also after it was met."""

    NAME = "withdraw-request"
    NAMES_THING = "request_id"
    EXAMPLE = {"request_id": "key:northern-districts", "why": "The work is now in the national budget."}

    request_id: Id
    why: str
