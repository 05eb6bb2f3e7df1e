"""For whose eyes an answer is made, by where it appears."""

from domain.actor import Actor
from domain.words import Visibility
from projections.audience import PUBLIC, STATES_PARTIES, Audience, audience_of


def alone(actor: Actor) -> Audience:
    """An answer that only this person sees."""
    return audience_of(actor)


def in_channel(actor: Actor, *, shared: bool) -> Audience:
    """An answer that all in a channel see: at most what States Parties may; the public's where outsiders read along."""
    if shared or actor.clearance is Visibility.PUBLIC:
        return PUBLIC
    return STATES_PARTIES
