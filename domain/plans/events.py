"""Which plans were adopted."""

from typing import Any

from domain.fact import Opening


class PlanAdopted(Opening):
    TOPIC = "plan.adopted"
    ABOUT = "A State adopted a plan to meet an obligation."
    COMMAND = "adopt-plan"
    FIXED = ("state",)

    state: str
    article: int
    kind: str
    from_on: str
    until: str
    budget: list[dict[str, Any]] | None = None
    national_investment: dict[str, str] | None = None
    url: str | None = None
