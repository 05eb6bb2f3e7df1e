"""One Country Coalition."""

from domain.coalitions.errors import AlreadyMember, CoalitionOver, NotMember
from domain.coalitions.events import CoalitionClosed
from domain.coalitions.members import members
from domain.record import Record


class Coalition(Record):
    """Stands until it is closed, whoever leaves."""

    TOPIC = "coalition"

    @property
    def parties(self) -> frozenset[str]:
        """The State, and everyone who is in it."""
        lead, partners = members(self.counting())
        return super().parties | {each for each in (lead, *partners) if each}

    def check_open(self) -> None:
        """Refuse what can no longer be said of a coalition that ended, or never was."""
        facts = self.counting()
        if not facts or any(isinstance(fact, CoalitionClosed) for fact in facts):
            raise CoalitionOver

    def check_can_join(self, partner: str) -> None:
        """Refuse whoever is in it already."""
        if partner in self.parties:
            raise AlreadyMember

    def check_can_leave(self, partner: str) -> None:
        """Refuse whoever is not in it."""
        lead, partners = members(self.counting())
        if partner not in {lead, *partners}:
            raise NotMember
