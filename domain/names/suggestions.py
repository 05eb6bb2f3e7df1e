"""Names that begin as somebody types, in any language: to choose from, while they type."""

from collections.abc import Iterable

from domain.names import sources
from domain.names.directory import Names, directory
from domain.names.folding import fold
from domain.names.near_misses import nearest
from domain.names.states import named


def suggested_states(text: str, limit: int) -> tuple[str, ...]:
    """The codes of States, those whose names begin so before those that have such a word, then near misses."""
    return _suggested(text, directory().states, sources.states(), limit)


def suggested_parties(text: str, limit: int) -> tuple[str, ...]:
    """The same of States and organisations."""
    known = {**directory().states, **directory().organisations}
    return _suggested(text, known, [*sources.states(), *sources.organisations()], limit)


def _suggested(text: str, names: Names, codes: Iterable[str], limit: int) -> tuple[str, ...]:
    folded = fold(text)
    if not folded:
        return tuple(_by_name(codes)[:limit])
    exact = [*named(text), *names.get(folded, ())]
    begins = {code for code in codes if code.lower().startswith(folded)}
    begins |= {code for name, borne in names.items() if name.startswith(folded) for code in borne}
    within = {code for name, borne in names.items() if f" {folded}" in name for code in borne}
    near = [each.code for each in nearest(text, names, limit)]
    found = [*exact, *_by_name(begins), *_by_name(within), *near]
    return tuple(dict.fromkeys(found))[:limit]


def _by_name(codes: Iterable[str]) -> list[str]:
    return sorted(codes, key=sources.display_name)
