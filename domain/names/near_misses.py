"""Names close to what was typed: offered, never chosen."""

from domain.names import sources
from domain.names.directory import Names, directory
from domain.names.folding import fold
from domain.names.refusals import Candidate

_CLOSE = 84
_LONGEST = 120  # no name is longer


def candidates(text: str, limit: int = 3) -> tuple[Candidate, ...]:
    """The States whose names are closest, best first."""
    return nearest(text, directory().states, limit)


def nearest(text: str, names: Names, limit: int) -> tuple[Candidate, ...]:
    """Whoever bears one of these folded names or nearly so, best first, each once."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 — only a name that was not found needs it

    folded = fold(text)
    if not folded or len(folded) > _LONGEST:
        return ()
    close = process.extract(folded, names.keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE, limit=None)
    codes = dict.fromkeys(code for name, _, _ in close for code in names[name])
    return tuple(Candidate(code, sources.display_name(code)) for code in list(codes)[:limit])
