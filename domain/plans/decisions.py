"""What follows when a plan is adopted."""

from domain.decision import Decision, decides
from domain.memory import Memory
from domain.period import check_period
from domain.plans.commands import AdoptPlan
from domain.plans.events import PlanAdopted
from domain.plans.plan import Plan
from domain.said import said


@decides(AdoptPlan)
def adopt(command: AdoptPlan, memory: Memory, _: None) -> Decision:
    """Adopting a further plan of the same kind replaces the one before; nothing is lost."""
    check_period(command.from_on, command.until)
    stream = memory.new_stream(command, "plan")
    plan = Plan.open(PlanAdopted, stream, command, memory.at, **said(command))
    return Decision(str(plan.id), (plan,))
