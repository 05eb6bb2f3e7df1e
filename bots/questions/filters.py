"""What narrows a question: names, articles, days, moments."""

from dataclasses import dataclass
from datetime import datetime

from projections.moment import Moment


@dataclass(frozen=True)
class Filters:
    """What a question was narrowed to; None where it did not say."""

    state: str | None = None
    donor: str | None = None
    party: str | None = None
    request: str | None = None
    """How a request's id begins."""
    article: int | None = None
    since: str | None = None
    until: str | None = None
    within: str | None = None
    """A span of time such as `12m`."""
    flags: frozenset[str] = frozenset()
    as_of: str | None = None
    known_at: datetime | None = None

    @property
    def moment(self) -> Moment:
        """The moment asked about."""
        return Moment(self.as_of, self.known_at)
