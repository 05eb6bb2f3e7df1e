"""Who is reminded of what: the channels that hear of all, and those that States and donors chose."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

DEADLINES = "deadlines"
ABOUT: Mapping[str, str | None] = {"outcome": "outcomes", "explanation": "explanations", "contact": None}
"""On which subject's routes a kind goes; of contacts only the common channels hear, all other kinds are deadlines."""


@dataclass(frozen=True)
class Recipients:
    """`own` holds a party's channel, or person, by party and by what it wants to hear of."""

    common: Sequence[str] = ()
    own: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def of(self, deadline: Mapping[str, Any]) -> list[str]:
        """Where a deadline is told, each place once."""
        about = ABOUT.get(deadline["kind"], DEADLINES)
        concerned = [deadline.get(each) for each in ("state", "donor", "lead")]
        chosen = [self.own.get((party, about)) for party in concerned if party and about]
        return list(dict.fromkeys([*self.common, *filter(None, chosen)]))


def recipients(common: Sequence[str], routes: Iterable[Mapping[str, Any]]) -> Recipients:
    """From the routes on record, oldest first: the last word of a party on a subject holds."""
    own = {(route["party"], about): route["to"] for route in routes for about in route["about"]}
    return Recipients(common, own)
