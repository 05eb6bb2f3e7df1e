"""Days, months and years as people write them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from bots.questions.typed import Words, key

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_YEAR = re.compile(r"(19|20)\d\d")


@dataclass(frozen=True)
class Period:
    """A day, a month or a year."""

    first: str
    last: str


def read_period(words: Words, today: str) -> Period | None:
    """The period that comes next: `2025-03-02`, `2 March 2025`, `March 2025`, `2025-03`, `2025` or `today`."""
    for count in (3, 2, 1):
        ahead = [key(word) for word in words.rest[:count]]
        if len(ahead) == count and (period := _period(ahead, today)):
            words.take(count)
            return period
    return None


def is_year(word: str) -> bool:
    """Whether a word is a year."""
    return _YEAR.fullmatch(key(word)) is not None


def _period(ahead: list[str], today: str) -> Period | None:
    match ahead:
        case ["today"]:
            return Period(today, today)
        case [year] if _YEAR.fullmatch(year):
            return Period(f"{year}-01-01", f"{year}-12-31")
        case [written] if found := re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", written):
            year, month, day = found.groups()
            return _day(year, int(month), day) if day else _month(year, int(month))
        case [month, year] if _number(month) and _YEAR.fullmatch(year):
            return _month(year, _number(month))
        case [day, month, year] | [month, day, year] if _number(month) and _YEAR.fullmatch(year):
            return _day(year, _number(month), re.sub(r"(?<=\d)(st|nd|rd|th)$", "", day))
    return None


def _number(month: str) -> int:
    """1 for January or Jan; 0 where it is no month."""
    names = [name for name in _MONTHS if month in (name, name[:3])]
    return _MONTHS.index(names[0]) + 1 if names else 0


def _day(year: str, month: int, day: str) -> Period | None:
    try:
        written = date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None
    return Period(written, written)


def _month(year: str, month: int) -> Period | None:
    if not 1 <= month <= 12:
        return None
    return Period(f"{year}-{month:02}-01", f"{year}-{month:02}-{monthrange(int(year), month)[1]}")
