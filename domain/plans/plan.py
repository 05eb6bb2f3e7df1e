"""A State's plan for one article."""

from domain.fact import Fact
from domain.period import check_period
from domain.plans.events import PlanAdopted
from domain.record import Record


class Plan(Record):
    """Adopted once; a later plan of the same kind takes its place."""

    TOPIC = "plan"

    def check_correction(self, before: Fact, after: Fact | None) -> None:
        """Refuse a correction after which the plan would end before it begins."""
        for fact in self.mended(before, after):
            if isinstance(fact, PlanAdopted):
                check_period(fact.from_on, fact.until)
