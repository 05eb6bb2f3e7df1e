"""Who asks, and what a question may look at."""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Protocol

from projections.audience import Audience
from projections.page import Page
from projections.queries import Queries

WHOLE = Page(100_000)
"""Everything there is: an answer counts also what it does not show."""


class Names(Protocol):
    """How names become codes; both raise a ValueError with the `candidates` that may have been meant."""

    def state(self, text: str) -> str:
        """A State's code."""

    def party(self, text: str) -> str:
        """A State's or organisation's code."""


@dataclass(frozen=True)
class Asker:
    """One person's question: for whose eyes it is answered, on which day, and where the pages are."""

    viewer: Audience
    queries: Queries
    names: Names
    today: str
    base_url: str
    zone: tzinfo = UTC
    """Where a day begins and ends."""

    def day_of(self, moment: str) -> str:
        """The day on which something was recorded."""
        return datetime.fromisoformat(moment).astimezone(self.zone).date().isoformat()
