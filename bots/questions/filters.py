"""What narrows a question: names, articles, days, moments. Nothing of it is passed over."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from difflib import get_close_matches
from typing import Any

from bots.questions.asker import Asker
from bots.questions.moments import read_moment, read_range
from bots.questions.naming import find_name, misnamed, read_name
from bots.questions.refusals import NotUnderstood, unread
from bots.questions.typed import Words, key
from domain.words import Article
from projections.moment import Moment

FILLERS = frozenset({"all", "and", "any", "are", "is", "only", "please", "that", "the", "which"})
_ARTICLE = ("article", "art")
_KEYWORDS = frozenset({*_ARTICLE, "as", "known", "since", "until", "open", "unexplained", "within"})


@dataclass(frozen=True)
class Takes:
    """What one verb's question may say; `names` maps the word before a name (`""`: none) to what the name is."""

    names: Mapping[str, str] = field(default_factory=dict)
    article: bool = False
    period: bool = False
    within: bool = False
    flags: frozenset[str] = frozenset()
    usage: tuple[str, ...] = ()

    @property
    def keywords(self) -> tuple[str, ...]:
        """Words with which something new begins."""
        return (
            *filter(None, self.names), *self.flags, "as", "known",
            *(_ARTICLE if self.article else ()), *(("since", "until") if self.period else ()),
            *(("within",) if self.within else ()),
        )  # fmt: skip


@dataclass(frozen=True)
class Filters:
    """What a question was narrowed to; None where it did not say."""

    state: str | None = None
    donor: str | None = None
    party: str | None = None
    article: int | None = None
    since: str | None = None
    until: str | None = None
    within: str | None = None
    """A span of time such as `12m`."""
    flags: frozenset[str] = frozenset()
    as_of: str | None = None
    known_at: datetime | None = None

    @property
    def moment(self) -> Moment:
        """The moment asked about."""
        return Moment(self.as_of, self.known_at)


def read_filters(words: Words, asker: Asker, takes: Takes, **given: Any) -> Filters:
    """All that is left of a question; raises NotUnderstood where a part cannot be read or is said twice."""
    named_by = 0
    while words.rest:
        start = words.at
        read = _next(words, asker, takes, given, named_by)
        for name in read:
            if name in given and name != "flags":
                raise NotUnderstood(f"“{' '.join(words.all[start : words.at])}” is said twice, or against it.")
        named_by = words.at - start if read.keys() & {"state", "donor", "party"} else 0
        given |= read | {"flags": given.get("flags", frozenset()) | read.get("flags", frozenset())}
        words.skip(FILLERS)
    if given.get("since") and given.get("until") and given["since"] > given["until"]:
        raise NotUnderstood(f"{given['since']} is after {given['until']}: nothing can be both.")
    return Filters(**given)


def _next(words: Words, asker: Asker, takes: Takes, given: Mapping[str, Any], named_by: int) -> dict[str, Any]:
    first = key(words.rest[0])
    if moment := read_moment(words, asker):
        return moment
    if takes.article and first in _ARTICLE:
        return {"article": _article(words)}
    if takes.within and first == "within":
        return {"within": _span(words)}
    if takes.period and (period := read_range(words, asker)):
        return period
    if first in takes.flags:
        words.take()
        return {"flags": frozenset({first})}
    if first in takes.names and len(words.rest) > 1:
        words.take()
        return _name(words, asker, takes, takes.names[first])
    bare = takes.names.get("")
    if bare and bare not in given and _may_be_name(words, first, asker, bare, named_by):
        return _name(words, asker, takes, bare)
    raise _unread(words, asker, takes, named_by)


def _may_be_name(words: Words, first: str, asker: Asker, what: str, named_by: int) -> bool:
    """A name, or a misspelt one: not a keyword that this question does not take, nor the rest of a name before."""
    named = find_name(words.rest, _reader(asker, what)) is not None
    return named or (named_by == 0 and first not in _KEYWORDS)


def _article(words: Words) -> int:
    words.take()
    number = key(words.rest[0]) if words.rest else ""
    if number not in {str(article.value) for article in Article}:
        known = ", ".join(str(article.value) for article in Article)
        raise NotUnderstood(f"“{number or 'article'}” is not an article assistance is asked under: {known}.")
    return int(key(words.take()))


def _span(words: Words) -> str:
    """`within 12 months`, `within 90 days`, `within 1y`."""
    words.take()
    said = "".join(words.take() for _ in range(min(2, len(words.rest)))).lower() if words.rest else ""
    found = re.fullmatch(r"(\d{1,4})(d|w|m|y)(?:ays?|eeks?|onths?|ears?)?", said)
    if found is None:
        raise NotUnderstood("Within how long? Write it as `within 12 months` or `within 90 days`.")
    return found[1] + found[2]


def _reader(asker: Asker, what: str) -> Callable[[str], str]:
    return asker.names.state if what == "state" else asker.names.party


def _name(words: Words, asker: Asker, takes: Takes, what: str) -> dict[str, Any]:
    return {what: read_name(words, _reader(asker, what), takes.keywords)}


def _unread(words: Words, asker: Asker, takes: Takes, named_by: int) -> NotUnderstood:
    """The words up to the next keyword: a keyword with a slip, the end of a misspelt name, or something else."""
    rest = words.rest
    if near := get_close_matches(key(rest[0]), takes.keywords, 1, 0.75):
        return NotUnderstood(unread(rest[:1]), [words.with_instead(words.at, 1, near[0])])
    if named_by:
        longer = misnamed(words, asker.names.party, takes.keywords, back=named_by)
        if longer.instead:
            return longer
    end = next((place for place, word in enumerate(rest) if place and key(word) in takes.keywords), len(rest))
    return NotUnderstood(unread(rest[:end]), usage=takes.usage)
