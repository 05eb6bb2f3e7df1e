"""One plain sentence for each fact about plans, challenges, profiles, coalitions, practices and disputes."""

from domain.challenges.events import ChallengeReported
from domain.coalitions import events as coalitions
from domain.disputes.events import DisputeRaised
from domain.fact import Fact
from domain.names import party_name, state_name
from domain.plans.events import PlanAdopted
from domain.practices.events import PracticeShared
from domain.profiles.events import ProfilePublished
from projections.wording import amount, listed

PLANS = {"completion": "a completion plan", "national_action": "a national action plan"}


def field_sentence(fact: Fact, opening: Fact) -> str | None:
    """What was planned, offered, shared or disputed; None for other facts."""
    match fact:
        case PlanAdopted():
            invests = (
                f", with {amount(fact.national_investment)} of its own" if fact.national_investment is not None else ""
            )
            return (
                f"{state_name(fact.state)} adopted {PLANS[fact.kind]} for Article {fact.article}, "
                f"from {fact.from_on} until {fact.until}{invests}."
            )
        case ChallengeReported():
            hard = listed([each.replace("_", " ") for each in fact.challenge])
            return f"{state_name(fact.state)} reported challenges ({hard}): {fact.text}"
        case PracticeShared():
            return f"{state_name(fact.state)} shared its experience, {fact.title}: {fact.text}"
        case ProfilePublished():
            under = listed([str(article) for article in fact.articles])
            return f"{party_name(fact.donor)} published what it can do: {listed(fact.natures)}, under Article {under}."
        case DisputeRaised():
            whose = party_name(fact.reported_by) if fact.reported_by else "Somebody"
            return f"{whose} disputed this: {fact.statement}"
    return _of_coalition(fact, opening) if isinstance(opening, coalitions.CoalitionFormed) else None


def _of_coalition(fact: Fact, opening: coalitions.CoalitionFormed) -> str | None:
    coalition = f"the coalition for {state_name(opening.state)} under Article {opening.article}"
    match fact:
        case coalitions.CoalitionFormed():
            others = f", with {listed([party_name(each) for each in fact.partners])}" if fact.partners else ""
            return f"{party_name(fact.lead)} leads {coalition} until {fact.until}{others}: {fact.goal}"
        case coalitions.CoalitionJoined():
            return f"{party_name(fact.partner)} joined {coalition}."
        case coalitions.CoalitionLeft():
            why = f": {fact.why}" if fact.why else "."
            return f"{party_name(fact.partner)} left {coalition}{why}"
        case coalitions.CoalitionClosed():
            return f"{coalition[0].upper()}{coalition[1:]} was closed: {fact.result}"
    return None
