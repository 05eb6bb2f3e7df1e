"""Days, months and years as people write them: the day first, and never a guess where the order is not plain."""

import re
from collections.abc import Sequence
from datetime import date

from bots.questions.languages import read_in_any_language
from bots.questions.periods import DAY_NUMBER, MONTHS, Period, a_day, a_month, number_of
from bots.questions.told_dates import told

WORDS = (*MONTHS, "today", "yesterday", "tomorrow")
"""What a day is misspelt from."""
_YEAR = re.compile(r"(19|20)\d\d")
_ISO = re.compile(r"(\d{4})[-/.](\d\d?)(?:[-/.](\d\d?))?")
_NUMBERS = re.compile(r"(\d\d?)([-/.])(\d\d?)\2(\d{4})")
_MONTH_NUMBER = re.compile(r"(\d\d?)[-/.](\d{4})")
JOINING = ("of", "the")
"""Words that add nothing within a date."""
OPENING = ("last", "this", "next")
"""Keywords with which a date may begin."""
LONGEST = 6
"""No date has more words."""


class Unclear(ValueError):
    """A date that can be read in two ways."""

    def __init__(self, written: str, days: tuple[str, str]) -> None:
        super().__init__(f"“{written}” is one day or another, as the day or the month is written first.")
        self.days = days


def read_period(words: Sequence[str], today: str) -> Period | None:
    """The period these words are, all of them; raises Unclear."""
    said = [word for word in words if word not in JOINING]
    if not said or words[0] == "of" or words[-1] in JOINING:
        return None
    return _written(said) or told(said, date.fromisoformat(today)) or read_elsewhere(words)


def goes_on(word: str) -> bool:
    """Whether a word can only be more of the date before it."""
    return number_of(word) > 0 or bool(_YEAR.fullmatch(word))


def has_year(words: Sequence[str]) -> bool:
    """Whether a year is written, so that the words are a date wherever they stand."""
    return any(_YEAR.search(word) for word in words) or words[0] in {*OPENING, "today", "yesterday", "tomorrow"}


def read_elsewhere(words: Sequence[str]) -> Period | None:
    """A date in another of the six languages, with its year."""
    found = read_in_any_language(" ".join(words))
    if found is None:
        return None
    year, month, day = found
    return a_day(year, month, day) if day else a_month(year, month)


def _written(said: list[str]) -> Period | None:
    match said:
        case [year] if _YEAR.fullmatch(year):
            return Period(f"{year}-01-01", f"{year}-12-31")
        case [one] if found := _ISO.fullmatch(one):
            year, month, day = found.groups()
            return a_day(int(year), int(month), int(day)) if day else a_month(int(year), int(month))
        case [one] if found := _NUMBERS.fullmatch(one):
            return _in_numbers(found)
        case [one] if found := _MONTH_NUMBER.fullmatch(one):
            return a_month(int(found[2]), int(found[1]))
        case [month, year] | [year, month] if number_of(month) and _YEAR.fullmatch(year):
            return a_month(int(year), number_of(month))
        case [day, month, year] | [month, day, year] | [year, month, day] if (
            number_of(month) and _YEAR.fullmatch(year) and (found := DAY_NUMBER.fullmatch(day))
        ):
            return a_day(int(year), number_of(month), int(found[1]))
    return None


def _in_numbers(found: re.Match[str]) -> Period | None:
    """31/01/2026; with points the day always comes first, else one of two readings must fail."""
    first, between, second, year = found.groups()
    one, other = a_day(int(year), int(second), int(first)), a_day(int(year), int(first), int(second))
    if one and other and one != other and between != ".":
        raise Unclear(found[0], (one.first, other.first))
    return one or (other if between != "." else None)
