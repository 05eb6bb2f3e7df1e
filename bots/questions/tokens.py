"""What the words of a question may be where they stand: a keyword, a day, a number, a name."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from lark import Token

from bots.questions import dates, lengths
from bots.questions.asker import Asker
from bots.questions.grammar import keywords
from bots.questions.naming import runs
from bots.questions.typed import key
from domain.words import Article

_TOPICS: Mapping[tuple[str, ...], Article] = {
    ("clearance",): Article.CLEARANCE,
    ("stockpiles",): Article.STOCKPILES,
    ("stockpile", "destruction"): Article.STOCKPILES,
    ("victim", "assistance"): Article.VICTIM_ASSISTANCE,
    ("national", "measures"): Article.NATIONAL_MEASURES,
}
_ROMAN = {"iii": 3, "iv": 4, "v": 5, "vii": 7, "ix": 9}
NAMES = ("PARTY", "GIVER", "STATE", "RECIPIENT")
_STATES_ONLY = ("STATE", "RECIPIENT")
WORDS_TOO = frozenset({"ago", "and", "are", "can", "lie", "nor", "per"})
"""Codes of States that are English words: taken for a State only in capitals, or where nothing but a name can stand."""
_PASSED_OVER = "WHICH"
_LONGEST_KEYWORD = 4


def tokens(words: Sequence[str], at: int, acceptable: Collection[str], asker: Asker) -> Iterator[Token]:
    """Everything the words from here on can be, of what is acceptable, the likeliest first; raises dates.Unclear."""
    keys = [key(word) for word in words[at : at + dates.LONGEST]]
    named = next((each for each in NAMES if each in acceptable), None)
    here = words[at]
    others = [*_keywords(keys, at, acceptable), *_spans(keys, at, acceptable, asker), *_singles(keys, at, acceptable)]
    others.sort(key=lambda token: -_length(token))
    if named is None or (keys[0] in WORDS_TOO and not here.isupper() and _PASSED_OVER in acceptable):
        yield from others
        return
    longest = _length(others[0]) if others else 0
    if len(here) == 3 and here.isupper() and not all(each.isupper() for each in words):
        longest = 0
    names = _names(words, at, named, asker)
    first = next(names, None) if longest < len(words) - at else None
    if first and _length(first) > longest:
        yield first
        first = None
    yield from others
    yield from filter(None, [first])
    yield from names


def _token(kind: str, value: str, at: int, count: int) -> Token:
    return Token(kind, value, start_pos=at, end_pos=at + count, line=1, column=at, end_line=1, end_column=at + count)


def _length(token: Token) -> int:
    return (token.end_pos or 0) - (token.start_pos or 0)


def _keywords(keys: Sequence[str], at: int, acceptable: Collection[str]) -> Iterator[Token]:
    for count in range(1, _LONGEST_KEYWORD + 1):
        name = keywords().get(tuple(keys[:count])) if count <= len(keys) else None
        if name in acceptable:
            yield _token(str(name), " ".join(keys[:count]), at, count)


def _spans(keys: Sequence[str], at: int, acceptable: Collection[str], asker: Asker) -> Iterator[Token]:
    if "PERIOD" in acceptable or "DATED" in acceptable:
        for count in range(_unbroken(keys), 0, -1):
            period = dates.read_period(keys[:count], asker.today)
            if period and ("PERIOD" in acceptable or dates.has_year(keys[:count])):
                kind = "PERIOD" if "PERIOD" in acceptable else "DATED"
                yield _token(kind, f"{period.first}/{period.last}", at, count)
                break
    if "SPAN" in acceptable:
        for count in range(min(lengths.LONGEST, len(keys)), 0, -1):
            if length := lengths.read_length(keys[:count]):
                yield _token("SPAN", length, at, count)
                break


def _unbroken(keys: Sequence[str]) -> int:
    """How many words a date may have here: it goes on over no other keyword."""
    opens = keys[0] in dates.OPENING
    stops = (place for place, each in enumerate(keys) if (each,) in keywords() and each not in dates.JOINING)
    stops = (place for place in stops if place or not opens)
    return next(stops, len(keys))


def _singles(keys: Sequence[str], at: int, acceptable: Collection[str]) -> Iterator[Token]:
    number = _ROMAN.get(keys[0]) or lengths.read_number(keys[0])
    if "NUMBER" in acceptable and number in set(Article):
        yield _token("NUMBER", str(number), at, 1)
    if "TOPIC" in acceptable:
        for topic, article in _TOPICS.items():
            if tuple(keys[: len(topic)]) == topic:
                yield _token("TOPIC", str(article.value), at, len(topic))
    if "REQUEST_ID" in acceptable and is_request_id(keys[0]):
        yield _token("REQUEST_ID", keys[0].lstrip("#"), at, 1)


def is_request_id(word: str) -> bool:
    """Whether this may be the beginning of an id."""
    return bool(word.lstrip("#")) and set(word.lstrip("#")) <= set("0123456789abcdef-")


def _names(words: Sequence[str], at: int, kind: str, asker: Asker) -> Iterator[Token]:
    for code, count in runs(words[at:], reader(kind, asker), states_only=kind in _STATES_ONLY):
        yield _token(kind, code, at, count)


def reader(kind: str, asker: Asker) -> Callable[[str], str]:
    """Who reads a name where a State must stand, or a State or organisation."""
    return asker.names.state if kind in _STATES_ONLY else asker.names.party
