"""What can be said about a donor's profile."""

from dataclasses import dataclass

from domain.command import Command
from domain.values import Date, Money, Party, Ratio, Region, State
from domain.words import Article, Nature


@dataclass(frozen=True)
class Window:
    """When a donor takes requests; an open side has no limit."""

    from_on: Date | None = None
    until: Date | None = None


@dataclass(frozen=True, kw_only=True)
class PublishProfile(Command):
    """A donor says what it wants and can do; what it says anew replaces its earlier profile."""

    NAME = "publish-profile"
    EXAMPLE = {
        "donor": "XBB",
        "articles": [4, 5],
        "natures": ["financial", "technical"],
        "regions": ["South-eastern Asia", "Africa"],
        "states": ["XAA"],
        "multi_year": True,
        "match_ratio": "1:1",
        "window": {"from_on": "2025-01-15", "until": "2025-12-31"},
        "budget": {"amount": "2000000.00", "currency": "EUR"},
        "contact": "Desk for humanitarian disarmament",
    }

    donor: Party
    articles: tuple[Article, ...]
    natures: tuple[Nature, ...]
    regions: tuple[Region, ...] | None = None
    states: tuple[State, ...] | None = None
    multi_year: bool | None = None
    match_ratio: Ratio | None = None
    window: Window | None = None
    budget: Money | None = None
    contact: str | None = None
