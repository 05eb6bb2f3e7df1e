"""A request for assistance: open until settled or withdrawn."""

from domain.fact import Fact
from domain.period import check_period
from domain.record import Record
from domain.requests.errors import RequestAlreadyWithdrawn, RequestRetracted
from domain.requests.events import RequestAmended, RequestSubmitted, RequestWithdrawn


class AssistanceRequest(Record):
    """One State's request under one article."""

    TOPIC = "request"

    def check_open(self) -> None:
        """Refuse what can no longer be said of a request that was withdrawn, or never was."""
        if not self.opening.counts:
            raise RequestRetracted
        if any(isinstance(fact, RequestWithdrawn) for fact in self.counting()):
            raise RequestAlreadyWithdrawn

    def check_amended_period(self, from_on: str | None, until: str | None) -> None:
        """Refuse an amendment after which the request would end before it begins."""
        said = _period(self.counting())
        check_period(from_on or said["from_on"], until or said["until"])

    def check_correction(self, before: Fact, after: Fact | None) -> None:
        """Refuse a correction after which the request would end before it begins."""
        period = _period(self.mended(before, after))
        check_period(period["from_on"], period["until"])


def _period(facts: list[Fact]) -> dict[str, str | None]:
    """The period that stands: what an amendment gives replaces what stood."""
    period: dict[str, str | None] = {"from_on": None, "until": None}
    for fact in sorted(facts, key=lambda fact: (not isinstance(fact, RequestSubmitted), fact.occurred_on)):
        if isinstance(fact, RequestSubmitted | RequestAmended):
            period |= {name: day for name in period if (day := getattr(fact, name))}
    return period
