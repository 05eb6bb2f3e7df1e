"""When: from and until which day, as of which day, and as known at which."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from bots.questions.asker import Asker
from bots.questions.dates import Period, is_year, read_period
from bots.questions.refusals import NotUnderstood
from bots.questions.typed import Words, key

_MOMENTS = {("as", "of"): "as_of", ("as", "known", "at"): "known_at", ("known", "at"): "known_at"}
_YEAR_AFTER = ("in", "of", "for", "during")


def read_moment(words: Words, asker: Asker) -> dict[str, Any]:
    """`as of` or `known at` a day that has come; nothing where the next words are none of these."""
    for keys, moment in _MOMENTS.items():
        if words.next_is(*keys):
            words.take(len(keys))
            return {moment: _MOMENT[moment](_period(words, asker), asker)}
    return {}


def read_range(words: Words, asker: Asker) -> dict[str, str]:
    """`since` and `until`, or a year; nothing where the next words are none of these."""
    first = key(words.rest[0])
    if first in ("since", "until"):
        words.take()
        period = _period(words, asker)
        return {"since": period.first} if first == "since" else {"until": period.last}
    if first in _YEAR_AFTER and len(words.rest) > 1 and is_year(words.rest[1]):
        words.take()
    if is_year(words.rest[0]):
        period = _period(words, asker)
        return {"since": period.first, "until": period.last}
    return {}


def _period(words: Words, asker: Asker) -> Period:
    if not words.rest:
        raise NotUnderstood("Which day? Write it as 2026-01-31.")
    if period := read_period(words, asker.today):
        return period
    raise NotUnderstood(f"“{words.rest[0]}” is not a day: write it as 2026-01-31, 2026-01 or 2026.")


def _as_of(period: Period, asker: Asker) -> str:
    if period.first > asker.today:
        raise NotUnderstood(f"{period.first} has not come yet: today is {asker.today}.")
    return min(period.last, asker.today)


def _known_at(period: Period, asker: Asker) -> datetime:
    return datetime.combine(date.fromisoformat(_as_of(period, asker)), time.max, asker.zone)


_MOMENT: Mapping[str, Callable[[Period, Asker], Any]] = {"as_of": _as_of, "known_at": _known_at}
