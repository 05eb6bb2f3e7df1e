"""Who gives support: a State, or an organisation by code or by name."""

from collections.abc import Callable

from domain.names import sources
from domain.names.directory import directory
from domain.names.folding import fold
from domain.names.near_misses import nearest
from domain.names.refusals import AmbiguousName, Candidate, NotAState, UnknownName
from domain.names.states import is_elsewhere, named

_KIND = "State or organisation"


def _nobody(_folded: str) -> None:
    """No organisation was recorded later."""


def party(text: str, known: Callable[[str], str | None] = _nobody) -> str:
    """The code of the State or organisation that bears exactly this name; `known` offers those recorded later."""
    folded = fold(text)
    codes = named(text) or directory().organisations.get(folded, ())
    if len(codes) == 1:
        return codes[0]
    if codes:
        raise AmbiguousName(text, [Candidate(code, party_name(code)) for code in codes], _KIND)
    if later := known(folded):
        return later
    if is_elsewhere(text):
        raise NotAState(text, kind=_KIND)
    raise UnknownName(text, lambda: nearest(text, {**directory().states, **directory().organisations}, 3), _KIND)


def party_name(code: str) -> str:
    """The name to show; an unknown code is its own name."""
    return sources.display_name(code)
