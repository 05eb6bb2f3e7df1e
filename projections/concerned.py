"""Whose history a fact belongs to, and in which role."""

from collections.abc import Collection, Iterable

from domain.coalitions.events import CoalitionClosed, CoalitionFormed, CoalitionJoined, CoalitionLeft
from domain.fact import Fact
from domain.meetings.events import MeetingHeld, OutcomeRecorded, StatementRecorded
from domain.membership.events import ConventionJoined, ConventionSigned, WithdrawalNotified
from domain.practices.events import PracticeShared
from domain.reminders.events import ReminderSent, RouteSet
from projections.thing import Entry, Thing

_AS_ITSELF = (ConventionSigned, ConventionJoined, WithdrawalNotified, PracticeShared, ReminderSent, RouteSet)
"""What a State does or is told as a State, whether it gives or receives support."""


def parties_of(entry: Entry, thing: Thing) -> dict[str, str]:
    """`donor`, `recipient`, or `state` where a fact concerns neither side of support.

    A statement that is not named belongs to no State's history, so that nothing there betrays who spoke.
    """
    opening, fact = thing.opening.own_fields(), entry.fact
    receives = "state" if isinstance(thing.opening, _AS_ITSELF) else "recipient"
    roles: dict[str | None, str] = {
        **dict.fromkeys(_at_meetings(fact, entry.standing.superseded), "state"),
        **dict.fromkeys(_in_coalition(fact, thing), "donor"),
        opening.get("donor"): "donor",
        getattr(fact, "to_state", None): "recipient",
        opening.get("state"): receives,
    }
    return {party: role for party, role in roles.items() if party}


def _at_meetings(fact: Fact, taken_away: Collection[str]) -> Iterable[str]:
    """A name that a later correction took away is found in no history, as known at no moment."""
    match fact:
        case MeetingHeld(attended=attended):
            return attended or ()
        case StatementRecorded(speaker=str(speaker)) if "speaker" not in taken_away:
            return (speaker,)
        case OutcomeRecorded(owner=str(owner)) if "owner" not in taken_away:
            return (owner,)
    return ()


def _in_coalition(fact: Fact, thing: Thing) -> Iterable[str]:
    """Whoever forms, joins or leaves it; its end concerns everyone who was ever in it."""
    match fact:
        case CoalitionFormed():
            return (fact.lead, *(fact.partners or ()))
        case CoalitionJoined(partner=partner) | CoalitionLeft(partner=partner):
            return (partner,)
        case CoalitionClosed():
            came = (each for each in thing.facts if not isinstance(each, CoalitionClosed))
            return [party for each in came for party in _in_coalition(each, thing)]
    return ()
