"""The Convention's clocks: pure functions of dates. An unknown anchor has no deadline, never a guess."""

from calendar import monthrange
from datetime import date, timedelta

CONVENTION_IN_FORCE = date(2010, 8, 1)
"""Article 17(1): for the first thirty States, whose thirtieth deposited on 2010-02-16."""
STOCKPILE_YEARS = 8
CLEARANCE_YEARS = 10
LONGEST_EXTENSION = {3: 4, 4: 5}
"""Years that one extension may add, by article (Articles 3(3) and 4(5))."""
LODGING_MONTHS = 9
INITIAL_REPORT_DAYS = 180
WITHDRAWAL_MONTHS = 6


def entry_into_force(deposited: date) -> date:
    """The first day of the sixth month after the month of deposit, never before the Convention's own (Article 17)."""
    return max(add_months(deposited.replace(day=1), 6), CONVENTION_IN_FORCE)


def stockpile_deadline(in_force: date) -> date:
    """Eight years after entry into force (Article 3(2))."""
    return add_years(in_force, STOCKPILE_YEARS)


def clearance_deadline(anchor: date) -> date:
    """Ten years after entry into force, or after the end of the hostilities that left the remnants (Article 4(1))."""
    return add_years(anchor, CLEARANCE_YEARS)


def latest_lodging(meeting_opens: date) -> date:
    """The last day to lodge an extension request: nine months before the meeting that decides, clamped to its month."""
    return add_months(meeting_opens, -LODGING_MONTHS)


def initial_report_due(in_force: date) -> date:
    """180 days after entry into force (Article 7(1))."""
    return in_force + timedelta(days=INITIAL_REPORT_DAYS)


def first_year_reported(in_force: date) -> int:
    """The year that the first annual report covers: that in which the initial report is due."""
    return initial_report_due(in_force).year


def annual_report_due(year: int) -> date:
    """30 April after the year covered (Article 7(2))."""
    return date(year + 1, 4, 30)


def withdrawal_effective(notified: date) -> date:
    """Six months after notice (Article 20(3)); later while in armed conflict, which has to be entered."""
    return add_months(notified, WITHDRAWAL_MONTHS)


def within_extension_limit(article: int, current: date, until: date) -> bool:
    """Whether an extension stays within what the Convention allows at once."""
    years = LONGEST_EXTENSION.get(article)
    return years is None or until <= add_years(current, years)


def after(today: str, span: str) -> str:
    """The last day of a span that begins today: `90d`, `12w`, `12m`, `2y`; no later than the calendar goes."""
    start, number, unit = date.fromisoformat(today), int(span[:-1]), span[-1]
    try:
        if unit in "dw":
            return (start + timedelta(days=number * (7 if unit == "w" else 1))).isoformat()
        return add_months(start, number * (12 if unit == "y" else 1)).isoformat()
    except (OverflowError, ValueError):
        return date.max.isoformat()


def add_years(day: date, years: int) -> date:
    """The same day in another year; 29 February becomes the 28th where there is none."""
    return add_months(day, 12 * years)


def add_months(day: date, months: int) -> date:
    """The same day in another month, or that month's last day where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
