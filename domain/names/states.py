"""States, by code or by name."""

import re

from domain.names import sources
from domain.names.directory import directory
from domain.names.folding import fold, without_courtesies
from domain.names.near_misses import candidates
from domain.names.refusals import AmbiguousName, Candidate, NotAState, UnknownName

_DEMONSTRATION = re.compile("X[A-Z]{2}")  # user-assigned in ISO 3166, so never a real State but Kosovo's XKX


def state(text: str) -> str:
    """The ISO alpha-3 code of the State with exactly this code or name; a near miss is refused with candidates."""
    codes = named(text)
    if len(codes) == 1:
        return codes[0]
    if codes:
        raise AmbiguousName(text, [Candidate(code, state_name(code)) for code in codes])
    raise NotAState(text) if is_elsewhere(text) else UnknownName(text, lambda: candidates(text))


def state_name(code: str, language: str = "en") -> str:
    """The name to show in one of the six UN languages; an invented State without a name is shown by its code."""
    return sources.display_name(code, language)


def is_state(code: str) -> bool:
    """Whether this is the code of a State, real or invented for demonstration."""
    return code in sources.states() or _DEMONSTRATION.fullmatch(code) is not None


def all_states() -> tuple[str, ...]:
    """The members and observers of the United Nations, the Cook Islands, Niue and Kosovo."""
    return tuple(sources.states())


def named(text: str) -> tuple[str, ...]:
    """Every State that bears this code or name: none, one, or several where a name is ambiguous."""
    folded = fold(text)
    if is_state(code := folded.upper()):
        return (code,)
    names = directory().states
    return names.get(folded) or names.get(without_courtesies(folded), ())


def is_elsewhere(text: str) -> bool:
    """Whether this is a known place outside the list of States."""
    return without_courtesies(fold(text)) in directory().elsewhere
