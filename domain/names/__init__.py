"""Who is meant: States in six languages, and organisations that give; exact, with candidates on a near miss."""

from domain.names.folding import fold, without_courtesies
from domain.names.giveaways import giveaways
from domain.names.near_misses import candidates
from domain.names.parties import party, party_name
from domain.names.refusals import AmbiguousName, Candidate, NotAState, UnknownName
from domain.names.regions import WORLD, lies_in, region
from domain.names.states import all_states, is_state, state, state_name
from domain.names.suggestions import suggested_parties, suggested_states

__all__ = [
    "WORLD",
    "AmbiguousName",
    "Candidate",
    "NotAState",
    "UnknownName",
    "all_states",
    "candidates",
    "fold",
    "giveaways",
    "is_state",
    "lies_in",
    "party",
    "party_name",
    "region",
    "state",
    "state_name",
    "suggested_parties",
    "suggested_states",
    "without_courtesies",
]
