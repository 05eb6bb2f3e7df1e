"""Names close to what was typed: offered, never chosen."""

from domain.names import sources
from domain.names.directory import Names, directory
from domain.names.folding import fold
from domain.names.refusals import Candidate

_CLOSE = 84
_SHORT = 8  # below it one slip is close, from it on two are: a wrong letter weighs more in a short name
_SHORTEST = 3  # letters of a code: of two codes that differ in one, neither is meant by the other
_LONGEST = 120  # no name is longer


def candidates(text: str, limit: int = 3) -> tuple[Candidate, ...]:
    """The States whose names are closest, best first."""
    return nearest(text, directory().states, limit)


def nearest(text: str, names: Names, limit: int) -> tuple[Candidate, ...]:
    """Whoever bears one of these folded names or nearly so, best first, each once."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 — only a name that was not found needs it
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    folded = fold(text)
    if not folded or len(folded) > _LONGEST:
        return ()
    like = {
        name for name, _, _ in process.extract(folded, names.keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE, limit=None)
    }
    if len(folded) >= _SHORTEST:
        slips = 1 if len(folded) < _SHORT else 2
        misspelt = process.extract(folded, names.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None)
        like |= {name for name, _, _ in misspelt if len(name) > _SHORTEST}
    best = sorted(like, key=lambda name: (-fuzz.ratio(folded, name), name))
    codes = dict.fromkeys(code for name in best for code in names[name])
    return tuple(Candidate(code, sources.display_name(code)) for code in list(codes)[:limit])
