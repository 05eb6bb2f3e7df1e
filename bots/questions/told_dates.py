"""Days that are told from today: `yesterday`, `last month`, `three months ago`, `5 January`."""

from datetime import date, timedelta

from bots.questions.lengths import ago, read_length
from bots.questions.periods import DAY_NUMBER, Period, a_day, a_month, days, number_of

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def told(said: list[str], today: date) -> Period | None:
    """The period these words are, all of them, seen from today."""
    match said:
        case ["today" | "now"]:
            return days(today, today)
        case ["yesterday" | "tomorrow" as which]:
            day_on = today + timedelta(1 if which == "tomorrow" else -1)
            return days(day_on, day_on)
        case ["last" | "this" | "next" as which, "week" | "month" | "year" as unit]:
            return _unit(unit, today, {"last": -1, "this": 0, "next": 1}[which])
        case ["last", weekday] | [weekday] if weekday in _DAYS:
            back = (today.weekday() - _DAYS.index(weekday) - 1) % 7 + 1
            return days(today - timedelta(back), today - timedelta(back))
        case [*length, "ago"] if span := read_length(length):
            long_ago = ago(today.isoformat(), span)
            return Period(long_ago, long_ago)
        case [month] | ["last", month] if number := number_of(month):
            return a_month(today.year - (number > today.month), number)
        case [_, _] if found := _day_and_month(said):
            day, number = found
            this_year = a_day(today.year, number, day)
            past = this_year is not None and this_year.first <= today.isoformat()
            return this_year if past else a_day(today.year - 1, number, day)
    return None


def _unit(unit: str, today: date, on: int) -> Period | None:
    """This week, month or year, or the one so many on."""
    if unit == "week":
        monday = today + timedelta(7 * on - today.weekday())
        return days(monday, monday + timedelta(6))
    if unit == "month":
        year, month = divmod(today.year * 12 + today.month - 1 + on, 12)
        return a_month(year, month + 1)
    return Period(f"{today.year + on}-01-01", f"{today.year + on}-12-31")


def _day_and_month(said: list[str]) -> tuple[int, int] | None:
    """`5 January` or `January 5`."""
    for day, month in (said, said[::-1]):
        if (number := number_of(month)) and (found := DAY_NUMBER.fullmatch(day)):
            return int(found[1]), number
    return None
