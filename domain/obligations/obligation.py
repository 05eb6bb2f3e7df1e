"""An obligation of a State under an article, with its own clock."""

from domain.errors import DomainError
from domain.obligations.events import ObligationDeclared, ObligationFulfilled
from domain.record import Record


class ObligationFulfilledAlready(DomainError):
    """This obligation is declared fulfilled: what comes later is a new one, with the day hostilities ended."""

    field = "article"


class Obligation(Record):
    """One clock: from entry into force, or under Article 4 from the end of later hostilities."""

    TOPIC = "obligation"

    @property
    def declared(self) -> ObligationDeclared:
        """Its first fact, as it stands."""
        fact = self.opening.fact
        assert isinstance(fact, ObligationDeclared)
        return fact

    @property
    def fulfilled(self) -> bool:
        """Whether it was declared met."""
        return any(isinstance(each.fact, ObligationFulfilled) and each.counts for each in self.standing())

    def repeats(self, other: Record) -> bool:
        """There is one clock for each day from which it counts."""
        return isinstance(other, Obligation) and other.declared.anchor_on == self.declared.anchor_on

    def check_open(self) -> None:
        """Refuse what only an open obligation can take."""
        if self.fulfilled:
            raise ObligationFulfilledAlready
