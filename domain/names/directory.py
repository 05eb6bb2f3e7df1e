"""Every folded name and whom it names, built once on first use."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from types import MappingProxyType

from domain.names import sources
from domain.names.folding import fold

Names = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Directory:
    """Folded names of States, of organisations, and of places that are neither."""

    states: Names
    organisations: Names
    elsewhere: frozenset[str]


@cache
def directory() -> Directory:
    """Our tables and the libraries together; where they disagree the name is ambiguous, and nobody decides."""
    from domain.names import libraries  # noqa: PLC0415 — costs more than all the rest, and only when a name is asked

    library = list(libraries.names())
    roster = sources.states()
    ours = chain(_display_names(), _formal_names(), sources.aliases(), sources.demonstration().items())
    theirs = ((code, name) for code, name in library if code in roster)
    organisations = ((each.code, name) for each in sources.organisations().values() for name in each.names)
    return Directory(
        states=_folded(chain(ours, theirs)),
        organisations=_folded(organisations),
        elsewhere=frozenset(fold(text) for code, name in library if code not in roster for text in (code, name)),
    )


def _formal_names() -> Iterable[tuple[str, str]]:
    for code, name in sources.formal_names():
        yield code, name
        title, of, land = name.partition(" of ")
        if of:  # lists turn "Kingdom of Norway" into "Norway, Kingdom of"
            yield code, f"{land}, {title} of"


def _display_names() -> Iterable[tuple[str, str]]:
    return ((code, name) for code, names in sources.states().items() for name in names.values())


def _folded(pairs: Iterable[tuple[str, str]]) -> Names:
    codes: dict[str, dict[str, None]] = {}
    for code, name in pairs:
        codes.setdefault(fold(name), {})[code] = None
    return MappingProxyType({name: tuple(named) for name, named in codes.items()})
