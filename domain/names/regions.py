"""Regions of the world: those of the United Nations' M49 standard, and the ways people say them."""

from functools import cache

from domain.names import sources
from domain.names.folding import fold

WORLD = "World"
"""Every State, invented ones too."""
_ALSO_CALLED = {
    "all": (WORLD,),
    "any": (WORLD,),
    "global": (WORLD,),
    "worldwide": (WORLD,),
    "asia and pacific": ("Asia", "Oceania"),
    "asia pacific": ("Asia", "Oceania"),
    "balkans": ("Southern Europe",),
    "western balkans": ("Southern Europe",),
    "south eastern europe": ("Southern Europe", "Eastern Europe"),
    "southeast europe": ("Southern Europe", "Eastern Europe"),
    "caucasus": ("Western Asia",),
    "central africa": ("Middle Africa",),
    "east africa": ("Eastern Africa",),
    "west africa": ("Western Africa",),
    "north africa": ("Northern Africa",),
    "central asia": ("Central Asia",),
    "east asia": ("Eastern Asia",),
    "south asia": ("Southern Asia",),
    "south east asia": ("South-eastern Asia",),
    "southeast asia": ("South-eastern Asia",),
    "west asia": ("Western Asia",),
    "middle east": ("Western Asia",),
    "middle east and north africa": ("Western Asia", "Northern Africa"),
    "mena": ("Western Asia", "Northern Africa"),
    "north america": ("Northern America",),
    "latin america": ("Latin America and the Caribbean",),
    "lac": ("Latin America and the Caribbean",),
    "pacific": ("Oceania",),
    "america": ("Americas",),
}
"""Wider or plainer words, and the regions of the standard that they stand for."""


class UnknownRegion(ValueError):
    """No region is called so."""

    def __init__(self, text: str) -> None:
        super().__init__(f"{text!r} is not a region. Write one of: {', '.join(sorted(_named().values()))}.")


def region(text: str) -> str:
    """The name of a region as it is shown; raises UnknownRegion with those there are."""
    folded = fold(text)
    if folded in _named():
        return _named()[folded]
    if folded in _ALSO_CALLED:
        parts = _ALSO_CALLED[folded]
        return parts[0] if len(parts) == 1 else folded.title().replace(" And ", " and ")
    raise UnknownRegion(text)


def lies_in(state: str, name: str) -> bool:
    """Whether a State lies in a region; invented States lie in the world only."""
    parts = _ALSO_CALLED.get(fold(name), (name,))
    return WORLD in parts or any(part in parts for part in sources.regions().get(state, ()))


@cache
def _named() -> dict[str, str]:
    names = {part for parts in sources.regions().values() for part in parts} | {WORLD}
    return {fold(name): name for name in names}
