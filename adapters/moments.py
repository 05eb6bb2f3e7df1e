"""Moments as people write them."""

from datetime import date, datetime, time, tzinfo

from domain.reading import Unreadable, read_date


def read_moment(text: str, zone: tzinfo) -> datetime:
    """`2026-03-01` (its end), or an ISO 8601 time, taken in `zone` where it names none; raises ValueError."""
    try:
        return datetime.combine(date.fromisoformat(read_date(text)), time.max, zone)
    except Unreadable:
        pass
    try:
        at = datetime.fromisoformat(text.replace(" ", "+") if "T" in text else text)
    except ValueError:
        raise ValueError(f"{text!r} is not a time: write YYYY-MM-DD or an ISO 8601 time.") from None
    return at if at.tzinfo else at.replace(tzinfo=zone)
