"""Every word that tells a State, as our tables and the libraries have them."""

import re
from collections.abc import Iterator
from itertools import product
from string import ascii_uppercase

from domain.names import sources
from domain.names.inflections import FORMS, russian_name

CYRILLIC = re.compile("[А-я]")
_DIGIT = re.compile(r"\d")
_NEUTRAL_MONEY = {"EUR", "USD"}


def names() -> Iterator[str]:
    """Names of States in six languages, of their capitals, seats and telling parts."""
    for name in _as_given():
        if not is_abbreviation(name) and not _DIGIT.search(name):
            yield name
            if CYRILLIC.search(name):
                yield from russian_name(name)
    yield from (name for _, name in sources.formal_names())


def people() -> Iterator[str]:
    """Demonyms and adjectives in their forms, and money that only one State has."""
    for _, language, word in sources.demonyms():
        yield from FORMS[language](word)
    yield from (name for _, name in sources.currencies())


def abbreviations() -> Iterator[str]:
    """What tells only as it is written here, letter by letter."""
    from domain.names import libraries  # noqa: PLC0415 — costs more than all the rest

    yield from sources.states()
    yield from map("".join, product("X", ascii_uppercase, ascii_uppercase))
    short = {short for code, short in libraries.short_codes() if code in sources.states()}
    yield from (code for code in libraries.currency_codes() - _NEUTRAL_MONEY if code[:2] in short)
    for name in filter(is_abbreviation, _as_given()):
        letters = name.replace(".", "")
        yield from (letters, letters.upper())


def neutral_phrases() -> Iterator[str]:
    """What contains a telling word and tells nothing: treaty terms, places of many States, organisations."""
    yield from sources.fixed_phrases()
    yield from (name for each in sources.organisations().values() for name in (each.name, *each.also))


def is_abbreviation(name: str) -> bool:
    """UAE, EE. UU., BiH, LuxDev: a capital letter after the first."""
    return name.isupper() or (name.isalpha() and name[1:] != name[1:].lower())


def _as_given() -> Iterator[str]:
    from domain.names import libraries  # noqa: PLC0415 — costs more than all the rest

    roster = sources.states()
    yield from (name for shown in roster.values() for name in shown.values())
    yield from (name for code, name in libraries.names() if code in roster)
    yield from (name for _, _, name in sources.capitals())
    for table in (sources.aliases(), sources.parts_of_states(), sources.bodies(), sources.demonstration().items()):
        yield from (name for _, name in table)
