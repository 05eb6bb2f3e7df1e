"""The action plans that review conferences adopt: dated data, so that a figure can say under which plan it fell."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ActionPlan:
    """A plan, and the years it is for."""

    name: str
    from_on: str
    until: str


ACTION_PLANS = (
    ActionPlan("Dubrovnik Action Plan", "2015-09-11", "2020-12-31"),
    ActionPlan("Lausanne Action Plan", "2021-09-21", "2026-12-31"),
)
"""As adopted by the First Review Conference (Dubrovnik, 2015) and the Second (Lausanne, 2021)."""


def action_plan_on(day: str) -> ActionPlan | None:
    """The plan that a day falls under; None between two, and after the last that is known."""
    return next((plan for plan in ACTION_PLANS if plan.from_on <= day <= plan.until), None)
