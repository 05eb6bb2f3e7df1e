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
    """Former, short and colloquial names; a name that stands on two codes is ambiguous on purpose."""
    return ((row["code"], row["alias"]) for row in _rows("aliases.csv"))


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


def _rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader((_TABLES / table).read_text(encoding="utf-8").splitlines()))


def _toml(table: str) -> dict[str, Any]:
    return tomllib.loads((_TABLES / table).read_text(encoding="utf-8"))
