"""Who is in a coalition, from its facts."""

from collections.abc import Iterable

from domain.coalitions.events import CoalitionFormed, CoalitionJoined, CoalitionLeft
from domain.fact import Fact


def members(facts: Iterable[Fact]) -> tuple[str | None, list[str]]:
    """The lead (None once it left) and the partners, in the order in which they joined."""
    lead: str | None = None
    partners: list[str] = []
    for fact in facts:
        match fact:
            case CoalitionFormed():
                lead, partners = fact.lead, list(fact.partners or [])
            case CoalitionJoined(partner=partner) if partner != lead and partner not in partners:
                partners.append(partner)
            case CoalitionLeft(partner=partner):
                lead = None if partner == lead else lead
                partners = [each for each in partners if each != partner]
    return lead, partners
