"""Lengths of time as people write them: `12 months`, `a year`, `90 days`, `half a year`, `12m`."""

import re
from collections.abc import Sequence

from domain.treaty_clock import after

_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_ONE = ("a", "an")
_UNITS = {unit + ending: unit[0] for unit in ("day", "week", "month", "year") for ending in ("", "s")}
_SHORT = re.compile(r"(\d{1,4})-?(d|w|m|y|days?|weeks?|months?|years?)")
LONGEST = 3
"""No length has more words."""


def read_length(words: Sequence[str]) -> str | None:
    """Such as `12m`; None where the words are no length of time."""
    match list(words):
        case [short] if found := _SHORT.fullmatch(short):
            return found[1] + found[2][0]
        case [unit] if unit in _UNITS and not unit.endswith("s"):
            return f"1{_UNITS[unit]}"
        case [number, unit] if unit in _UNITS and (count := read_number(number)):
            return f"{count}{_UNITS[unit]}"
        case ["half", "a", "year"]:
            return "6m"
    return None


def read_number(word: str) -> int | None:
    """A whole number above nothing, in figures or words up to twelve."""
    if word in _ONE:
        return 1
    if word in _NUMBERS:
        return _NUMBERS.index(word) + 1
    return int(word) or None if word.isascii() and word.isdigit() and len(word) <= 4 else None


def ago(today: str, length: str) -> str:
    """The day so long before today."""
    day = after(today, f"-{length}")
    return day if day <= today else "0001-01-01"
