"""Days, months and years as people write them: the day first, and never a guess where the order is not plain."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bots.questions.languages import read_in_any_language
from bots.questions.lengths import ago, read_length

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WORDS = (*_MONTHS, "today", "yesterday", "tomorrow")
"""What a day is misspelt from."""
_YEAR = re.compile(r"(19|20)\d\d")
_ISO = re.compile(r"(\d{4})[-/.](\d\d?)(?:[-/.](\d\d?))?")
_NUMBERS = re.compile(r"(\d\d?)([-/.])(\d\d?)\2(\d{4})")
_MONTH_NUMBER = re.compile(r"(\d\d?)[-/.](\d{4})")
_DAY_NUMBER = re.compile(r"(\d\d?)(?:st|nd|rd|th)?")
JOINING = ("of", "the")
"""Words that add nothing within a date."""
OPENING = ("last", "this", "next")
"""Keywords with which a date may begin."""
LONGEST = 6
"""No date has more words."""


@dataclass(frozen=True)
class Period:
    """A day, a month or a year."""

    first: str
    last: str


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
    return _written(said) or _told(said, date.fromisoformat(today)) or read_elsewhere(words)


def has_year(words: Sequence[str]) -> bool:
    """Whether a year is written, so that the words are a date wherever they stand."""
    return any(_YEAR.search(word) for word in words) or words[0] in {*OPENING, "today", "yesterday", "tomorrow"}


def read_elsewhere(words: Sequence[str]) -> Period | None:
    """A date in another of the six languages, with its year."""
    found = read_in_any_language(" ".join(words))
    if found is None:
        return None
    year, month, day = found
    return _day(year, month, day) if day else _month(year, month)


def _written(said: list[str]) -> Period | None:
    match said:
        case [year] if _YEAR.fullmatch(year):
            return Period(f"{year}-01-01", f"{year}-12-31")
        case [one] if found := _ISO.fullmatch(one):
            year, month, day = found.groups()
            return _day(int(year), int(month), int(day)) if day else _month(int(year), int(month))
        case [one] if found := _NUMBERS.fullmatch(one):
            return _in_numbers(found)
        case [one] if found := _MONTH_NUMBER.fullmatch(one):
            return _month(int(found[2]), int(found[1]))
        case [month, year] | [year, month] if _number(month) and _YEAR.fullmatch(year):
            return _month(int(year), _number(month))
        case [day, month, year] | [month, day, year] | [year, month, day] if (
            _number(month) and _YEAR.fullmatch(year) and (found := _DAY_NUMBER.fullmatch(day))
        ):
            return _day(int(year), _number(month), int(found[1]))
    return None


def _told(said: list[str], today: date) -> Period | None:
    match said:
        case ["today" | "now"]:
            return _days(today, today)
        case ["yesterday" | "tomorrow" as which]:
            day_on = today + timedelta(1 if which == "tomorrow" else -1)
            return _days(day_on, day_on)
        case ["last" | "this" | "next" as which, "week" | "month" | "year" as unit]:
            return _unit(unit, today, {"last": -1, "this": 0, "next": 1}[which])
        case ["last", weekday] | [weekday] if weekday in _DAYS:
            back = (today.weekday() - _DAYS.index(weekday) - 1) % 7 + 1
            return _days(today - timedelta(back), today - timedelta(back))
        case [*length, "ago"] if span := read_length(length):
            day = ago(today.isoformat(), span)
            return Period(day, day)
        case [month] | ["last", month] if number := _number(month):
            return _month(today.year - (number > today.month), number)
        case [_, _] if found := _day_and_month(said):
            day, number = found
            this_year = _day(today.year, number, day)
            past = this_year is not None and this_year.first <= today.isoformat()
            return this_year if past else _day(today.year - 1, number, day)
    return None


def _day_and_month(said: list[str]) -> tuple[int, int] | None:
    """`5 January` or `January 5`."""
    for day, month in (said, said[::-1]):
        if (number := _number(month)) and (found := _DAY_NUMBER.fullmatch(day)):
            return int(found[1]), number
    return None


def _in_numbers(found: re.Match[str]) -> Period | None:
    """31/01/2026; with points the day always comes first, else one of two readings must fail."""
    first, between, second, year = found.groups()
    one, other = _day(int(year), int(second), int(first)), _day(int(year), int(first), int(second))
    if one and other and one != other and between != ".":
        raise Unclear(found[0], (one.first, other.first))
    return one or (other if between != "." else None)


def _number(month: str) -> int:
    """1 for January or Jan; 0 where it is no month."""
    names = [name for name in _MONTHS if month in (name, name[:3]) or (month == "sept" and name == "september")]
    return _MONTHS.index(names[0]) + 1 if names else 0


def _unit(unit: str, today: date, on: int) -> Period | None:
    """This week, month or year, or the one so many on."""
    if unit == "week":
        monday = today + timedelta(7 * on - today.weekday())
        return _days(monday, monday + timedelta(6))
    if unit == "month":
        year, month = divmod(today.year * 12 + today.month - 1 + on, 12)
        return _month(year, month + 1)
    return Period(f"{today.year + on}-01-01", f"{today.year + on}-12-31")


def _day(year: int, month: int, day: int) -> Period | None:
    try:
        return _days(date(year, month, day), date(year, month, day))
    except ValueError:
        return None


def _month(year: int, month: int) -> Period | None:
    return _days(date(year, month, 1), date(year, month, monthrange(year, month)[1])) if 1 <= month <= 12 else None


def _days(first: date, last: date) -> Period:
    return Period(first.isoformat(), last.isoformat())
