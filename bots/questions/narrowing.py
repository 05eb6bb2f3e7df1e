"""What the parts of a question mean together: nothing is said twice, and no day has not come yet."""

from datetime import date, datetime, time, timedelta
from typing import Any

from lark import Token, Tree

from bots.questions.asker import Asker
from bots.questions.filters import Filters
from bots.questions.lengths import ago
from bots.questions.periods import Period
from bots.questions.refusals import NotUnderstood
from bots.questions.said_twice import Said, said_twice
from bots.questions.typed import Words
from domain.treaty_clock import after

_NAMED = {"party": "party", "state": "state", "state_after": "state", "donor": "donor", "donor_first": "donor"}
_ONE_STATUS = {"open", "done", "dropped", "all"}


def narrowed(question: Tree[Token], words: Words, asker: Asker) -> Filters:
    """All parts together; raises NotUnderstood where one is said twice or against another."""
    given: dict[str, Any] = {}
    parts: list[Said] = []
    against = False
    for part in question.children:
        assert isinstance(part, Tree)
        values = _said(str(part.data), [str(token) for token in part.children], asker)
        parts.append(Said(part.meta.start_pos, part.meta.end_pos, values))
        if any(given.get(name, value) != value for name, value in values.items()):
            against = True
        given |= values
    if against:
        raise said_twice(words, parts)
    return _sound(Filters(**_with_flags(given)))


def _said(part: str, values: list[str], asker: Asker) -> dict[str, Any]:
    """The filters that one part sets."""
    if part in _NAMED:
        return {_NAMED[part]: values[0]}
    if part in {"since", "after", "until", "before", "during", "between", "by"}:
        return _range(part, [Period(*value.split("/")) for value in values])
    match part:
        case "article":
            return {"article": int(values[0])}
        case "request":
            return {"request": values[0]}
        case "lately":
            return {"since": ago(asker.today, values[0])}
        case "within":
            return {"within": values[0]}
        case "as_of":
            return {"as_of": _come(Period(*values[0].split("/")), asker)}
        case "known_at":
            day = _come(Period(*values[0].split("/")), asker)
            return {"known_at": datetime.combine(date.fromisoformat(day), time.max, asker.zone)}
        case "every":
            return {}
    return {"status" if part in _ONE_STATUS else part: part}


def _range(part: str, periods: list[Period]) -> dict[str, str]:
    first, last = periods[0], periods[-1]
    match part:
        case "since":
            return {"since": first.first}
        case "after":
            return {"since": after(last.last, "1d")}
        case "until" | "by":
            return {"until": last.last}
        case "before":
            return {"until": (date.fromisoformat(first.first) - timedelta(1)).isoformat()}
    return {"since": first.first, "until": last.last}


def _come(period: Period, asker: Asker) -> str:
    if period.first > asker.today:
        raise NotUnderstood(f"{period.first} has not come yet: today is {asker.today}.")
    return min(period.last, asker.today)


def _with_flags(given: dict[str, Any]) -> dict[str, Any]:
    flags = {given.pop(name) for name in ("status", "unexplained", "overdue", "due") if name in given}
    return given | {"flags": frozenset(flags)}


def _sound(asked: Filters) -> Filters:
    if asked.since and asked.until and asked.since > asked.until:
        raise NotUnderstood(f"{asked.since} is after {asked.until}: nothing can be both.")
    return asked
