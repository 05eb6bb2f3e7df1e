"""The tables of names shipped with this package."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

_TABLES = files(__package__) / "tables"


@dataclass(frozen=True)
class Organisation:
    """A body that gives, channels or carries out support."""

    code: str
    name: str
    also: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All it may be called by; the code is one of them."""
        return (self.code, self.name, *self.also)


@cache
def states() -> Mapping[str, Mapping[str, str]]:
    """Every State by its code, with the name to show in each language: the roster."""
    return MappingProxyType({row.pop("code"): row for row in _rows("states.csv")})


def formal_names() -> Iterator[tuple[str, str]]:
    """The long names that States bear in treaties, in each language."""
    for row in _rows("formal.csv"):
        code = row.pop("code")
        yield from ((code, name) for name in row.values())


def aliases() -> Iterator[tuple[str, str]]:
    """Former, short and colloquial names, and those in a State's own languages.

    A name that stands on two codes is ambiguous on purpose.
    """
    return ((row["code"], row["alias"]) for row in _rows("aliases.csv"))


def demonyms() -> Iterator[tuple[str, str, str]]:
    """What the people and the things of a State are called: code, language, word, before any inflection."""
    return _in_each_language("demonyms.csv")


def capitals() -> Iterator[tuple[str, str, str]]:
    """Capitals and other seats of government: code, language, name."""
    return _in_each_language("capitals.csv")


def parts_of_states() -> Iterator[tuple[str, str]]:
    """The few regions and towns that tell a State at once."""
    return ((row["code"], row["name"]) for row in _rows("regions.csv"))


def bodies() -> Iterator[tuple[str, str]]:
    """National bodies and seats of power that stand for their State."""
    return ((row["code"], row["name"]) for row in _rows("bodies.csv"))


def currencies() -> Iterator[tuple[str, str]]:
    """The words for money that only one State uses."""
    return ((row["code"], name) for row in _rows("currencies.csv") for name in row["names"].split(";"))


@cache
def ordinary_words() -> Mapping[str, str]:
    """What reads like a word for a State and is an ordinary word as well: in which form it still tells."""
    return MappingProxyType({row["word"]: row["tells"] for row in _rows("ordinary_words.csv")})


def fixed_phrases() -> Iterator[str]:
    """Treaty terms, places of many States and the like, that name a city or a people and nobody who speaks."""
    return (row["phrase"] for row in _rows("fixed_phrases.csv"))


@cache
def regions() -> Mapping[str, tuple[str, ...]]:
    """The region, sub-region and intermediate region of each State, by code (UN M49)."""
    parts = ("region", "subregion", "intermediate")
    return MappingProxyType({row["code"]: tuple(row[part] for part in parts if row[part]) for row in _rows("m49.csv")})


@cache
def demonstration() -> Mapping[str, str]:
    """Invented States, by code."""
    return MappingProxyType(_toml("demonstration.toml"))


@cache
def organisations() -> Mapping[str, Organisation]:
    """The organisations known from the start, by code."""
    entries = _toml("organisations.toml").items()
    return MappingProxyType({code: Organisation(code, it["name"], tuple(it.get("also", ()))) for code, it in entries})


def display_name(code: str, language: str = "en") -> str:
    """The name to show; whoever is not in the tables is shown by its code."""
    if names := states().get(code):
        return names.get(language, names["en"])
    if organisation := organisations().get(code):
        return organisation.name
    return demonstration().get(code, code)


def _in_each_language(table: str) -> Iterator[tuple[str, str, str]]:
    for row in _rows(table):
        code = row.pop("code")
        yield from ((code, language, word) for language, cell in row.items() for word in cell.split(";") if word)


def _rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader((_TABLES / table).read_text(encoding="utf-8").splitlines()))


def _toml(table: str) -> dict[str, Any]:
    return tomllib.loads((_TABLES / table).read_text(encoding="utf-8"))
