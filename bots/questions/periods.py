"""Days, months and years as periods of the calendar."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
DAY_NUMBER = re.compile(r"(\d\d?)(?:st|nd|rd|th)?")


@dataclass(frozen=True)
class Period:
    """A day, a month or a year."""

    first: str
    last: str


def number_of(month: str) -> int:
    """1 for January or Jan; 0 where it is no month."""
    names = [name for name in MONTHS if month in (name, name[:3]) or (month == "sept" and name == "september")]
    return MONTHS.index(names[0]) + 1 if names else 0


def a_day(year: int, month: int, day: int) -> Period | None:
    """One day; None where the calendar has no such day."""
    try:
        return days(date(year, month, day), date(year, month, day))
    except ValueError:
        return None


def a_month(year: int, month: int) -> Period | None:
    """One month; None where there is no such month."""
    return days(date(year, month, 1), date(year, month, monthrange(year, month)[1])) if 1 <= month <= 12 else None


def days(first: date, last: date) -> Period:
    """From one day to another."""
    return Period(first.isoformat(), last.isoformat())
