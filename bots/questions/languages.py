"""Dates in the six UN languages, read by dateparser: only with a month in words and a year, and only whole."""

import re
from functools import cache
from typing import Any

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
_SAMPLES = ("31 janvier 2026", "31 de enero de 2026", "31 января 2026", "31 يناير 2026", "2026年1月31日", "foo 31 2026")
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]")


def read_in_any_language(text: str) -> tuple[int, int, int | None] | None:
    """Year, month and day (None: the whole month); nothing where a number in the text is none of these."""
    numbers = [int(each) for each in _NUMBER.findall(text)]
    if not _WORD.search(text) or not any(1900 <= number <= 2099 for number in numbers) or len(numbers) > 3:
        return None
    found = _parser().get_date_data(text)
    if found.date_obj is None or found.period not in {"day", "month"}:
        return None
    day = found.date_obj.day if found.period == "day" else None
    read = {found.date_obj.year, found.date_obj.month, *([day] if day else [])}
    return (found.date_obj.year, found.date_obj.month, day) if set(numbers) <= read else None


def warm() -> None:
    """Each language is loaded when it is first met; better before somebody waits."""
    for sample in _SAMPLES:
        read_in_any_language(sample)


@cache
def _parser() -> Any:
    from dateparser.date import DateDataParser  # noqa: PLC0415 - slow to load, and only such a date needs it

    settings = {"DATE_ORDER": "DMY", "PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["month", "year"]}
    return DateDataParser(languages=list(LANGUAGES), settings=settings)
