"""A request for assistance: open until settled or withdrawn."""

from domain.record import Record
from domain.requests.errors import RequestAlreadyWithdrawn
from domain.requests.events import RequestWithdrawn


class AssistanceRequest(Record):
    """One State's request under one article."""

    TOPIC = "request"

    def check_not_withdrawn(self) -> None:
        """Refuse what can no longer be said of a withdrawn request."""
        if any(isinstance(each.fact, RequestWithdrawn) and each.counts for each in self.standing()):
            raise RequestAlreadyWithdrawn
