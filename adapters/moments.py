"""Moments as people write them."""

from datetime import date, datetime, time, tzinfo

from domain.reading import Unreadable, read_date


def read_moment(text: str, zone: tzinfo) -> datetime:
    """`2026-03-01` (its end), or an ISO 8601 time, taken in `zone` where it names none; raises ValueError."""
    return _read(text, zone, time.max)


def read_beginning(text: str, zone: tzinfo) -> datetime:
    """The same, where a day means its beginning."""
    return _read(text, zone, time.min)


def _read(text: str, zone: tzinfo, of_day: time) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(read_date(text)), of_day, zone)
    except Unreadable:
        pass
    try:
        at = datetime.fromisoformat(text.replace(" ", "+") if "T" in text else text)
    except ValueError:
        raise ValueError(f"{text!r} is not a time: write YYYY-MM-DD or an ISO 8601 time.") from None
    return at if at.tzinfo else at.replace(tzinfo=zone)
