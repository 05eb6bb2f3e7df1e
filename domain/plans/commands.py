"""What can be said about plans."""

from dataclasses import dataclass

from domain.command import Command
from domain.values import BudgetLine, Date, Money, State
from domain.words import Article, PlanKind


@dataclass(frozen=True, kw_only=True)
class AdoptPlan(Command):
    """A State adopted a plan for an article: its period, its budget by line, and what the State itself puts in."""

    NAME = "adopt-plan"
    EXAMPLE = {
        "state": "XAA",
        "article": 4,
        "kind": "completion",
        "from_on": "2025-01-01",
        "until": "2027-12-31",
        "budget": [
            {"line": "Survey", "year": 2025, "money": {"amount": "300000.00", "currency": "USD"}},
            {"line": "Clearance", "year": 2026, "money": {"amount": "900000.00", "currency": "USD"}},
        ],
        "national_investment": {"amount": "400000.00", "currency": "USD"},
    }

    state: State
    article: Article
    kind: PlanKind
    from_on: Date
    until: Date
    budget: tuple[BudgetLine, ...] | None = None
    national_investment: Money | None = None
    url: str | None = None
