"""How each kind of value is read from plain JSON, with a sentence for what cannot be read."""

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum, IntEnum
from typing import Any, Protocol, Union, get_args, get_origin, get_type_hints

from domain.values import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    Date,
    Id,
    Money,
    Party,
    Ratio,
    Region,
    State,
    Year,
    read_amount,
    read_currency,
)

LONGEST_TEXT = 10_000
LONGEST_LIST = 200
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_MONEY: Mapping[str, Callable[[object], object]] = {"amount": read_amount, "currency": read_currency}
_RATIO = re.compile(r"\d{1,3}(\.\d{1,2})?:\d{1,3}(\.\d{1,2})?\Z")


class Names(Protocol):
    """How names of States, organisations and regions are read; all raise ValueError with the way out."""

    def state(self, text: str) -> str: ...
    def party(self, text: str) -> str: ...
    def region(self, text: str) -> str: ...


class Unreadable(ValueError):
    """What is wrong, as (path below the value, sentence) pairs."""

    def __init__(self, *found: tuple[str, str]) -> None:
        super().__init__("; ".join(message for _, message in found))
        self.found = found


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Unreadable(("", "This is text."))
    if len(value) > LONGEST_TEXT:
        raise Unreadable(("", f"This is longer than {LONGEST_TEXT:,} characters."))
    if "\x00" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
        raise Unreadable(("", "This text holds characters that cannot be stored."))
    if not value.strip():
        raise Unreadable(("", "This is empty: say it in words, or leave the field out."))
    return value.strip()


def read_date(value: object) -> Date:
    """A calendar day; raises Unreadable."""
    if isinstance(value, str) and _DAY.match(value):
        try:
            return Date(date.fromisoformat(value).isoformat())
        except ValueError:
            pass
    raise Unreadable(("", f"{value!r} is not a date: write YYYY-MM-DD."))


def _integer(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,18}", value):
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise Unreadable(("", f"{value!r} is not a whole number."))
    return value


def _year(value: object) -> Year:
    """A slip in a year (`20226`) would give a day that no calendar has."""
    year = _integer(value)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise Unreadable(("", f"{value!r} is not a year from {EARLIEST_YEAR} to {LATEST_YEAR}."))
    return Year(year)


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise Unreadable(("", f"{value!r} is neither true nor false."))


def _word(kind: type[Enum], value: object) -> Enum:
    choices = [member.value for member in kind]
    if issubclass(kind, IntEnum):
        value = _integer(value) if isinstance(value, str | int) else value
    if isinstance(value, bool) or value not in choices:
        raise Unreadable(("", f"{value!r} is not one of: {', '.join(map(str, choices))}."))
    return kind(value)


class Reader:
    """Reads one value of a known type; names are looked up exactly, near misses are refused with candidates."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def read(self, kind: Any, value: object) -> Any:
        """The value as its type; raises Unreadable."""
        simple = {
            str: _text, int: _integer, bool: _flag, Date: read_date, Id: _text,
            State: self._state, Party: self._party, Region: self._region, Money: self._money,
            Ratio: self._ratio, Year: _year,
        }  # fmt: skip
        if kind in simple:
            return simple[kind](value)
        if get_origin(kind) in (Union, types.UnionType):
            return self.read(next(part for part in get_args(kind) if part is not type(None)), value)
        if get_origin(kind) is tuple:
            return self._list(get_args(kind)[0], value)
        if get_origin(kind) is dict:
            return self._mapping(kind, value)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return _word(kind, value)
        if is_dataclass(kind):
            return self._nested(kind, value)
        raise TypeError(f"no way to read {kind}")

    def _state(self, value: object) -> str:
        return self._name(self._names.state, value)

    def _party(self, value: object) -> str:
        return self._name(self._names.party, value)

    def _region(self, value: object) -> str:
        return self._name(self._names.region, value)

    def _name(self, look_up: Any, value: object) -> str:
        try:
            return str(look_up(_text(value)))
        except Unreadable:
            raise
        except ValueError as unknown:
            raise Unreadable(("", str(unknown))) from None

    def _money(self, value: object) -> Money:
        if not isinstance(value, Mapping):
            raise Unreadable(("", 'Money is written {"amount": "1200000.00", "currency": "USD"}.'))
        found = [(f".{name}", "Money has an amount and a currency only.") for name in sorted(value.keys() - _MONEY)]
        for part, read in _MONEY.items():
            try:
                if part in value:
                    read(value[part])
                else:
                    found.append((f".{part}", f"Money needs its {part}."))
            except ValueError as problem:
                found.append((f".{part}", str(problem)))
        if found:
            raise Unreadable(*found)
        try:
            return Money.of(value["amount"], value["currency"])
        except ValueError as problem:
            raise Unreadable((".amount", str(problem))) from None

    def _ratio(self, value: object) -> str:
        text = _text(value)
        if not _RATIO.match(text):
            raise Unreadable(("", f"{text!r} is not a match ratio: write it as 1:1."))
        return text

    def _list(self, kind: Any, value: object) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise Unreadable(("", "This is a list."))
        if len(value) > LONGEST_LIST:
            raise Unreadable(("", f"This list is longer than {LONGEST_LIST}."))
        read, found = [], []
        for place, part in enumerate(value):
            try:
                read.append(self.read(kind, part))
            except Unreadable as problem:
                found += [(f"[{place}]{path}", message) for path, message in problem.found]
        if found:
            raise Unreadable(*found)
        if not read:
            raise Unreadable(("", "This list is empty: name at least one, or leave the field out."))
        return tuple(dict.fromkeys(read)) if isinstance(read[0], Enum) else tuple(read)

    def _mapping(self, kind: Any, value: object) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise Unreadable(("", "This is an object of names and values."))
        if get_args(kind)[1] is object:
            return dict(value)
        key_kind, value_kind = get_args(kind)
        read: dict[str, Any] = {}
        found: list[tuple[str, str]] = []
        for key, part in value.items():
            try:
                read[str(self.read(key_kind, key))] = self.read(value_kind, part)
            except Unreadable as problem:
                found += [(f".{key}{path}", message) for path, message in problem.found]
        if found:
            raise Unreadable(*found)
        return read

    def _nested(self, kind: Any, value: object) -> Any:
        if not isinstance(value, Mapping):
            raise Unreadable(("", f"This is an object with: {', '.join(item.name for item in fields(kind))}."))
        hints = get_type_hints(kind)
        known = {item.name: item for item in fields(kind)}
        found = [(f".{name}", "There is no such field.") for name in value if name not in known]
        parts: dict[str, Any] = {}
        for name, item in known.items():
            if value.get(name) is None:
                if item.default is MISSING:
                    found.append((f".{name}", f"{name} is missing."))
                continue
            try:
                parts[name] = self.read(hints[name], value[name])
            except Unreadable as problem:
                found += [(f".{name}{path}", message) for path, message in problem.found]
        if found:
            raise Unreadable(*found)
        return kind(**parts)
