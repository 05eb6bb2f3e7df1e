"""A question that says one thing twice: two States, two articles, two days. Each may be asked about alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations, product
from typing import Any

from bots.questions.refusals import NotUnderstood
from bots.questions.typed import Words, key

_JOINING = {"and", "or", "&", "et", "y"}
_WHO = {"pledges": "state", "shifts": "state", "history": "party"}
"""Verbs that are asked of whoever receives, and from whom."""


@dataclass(frozen=True)
class Said:
    """A part of a question: over which words, and the filters it sets."""

    start: int
    end: int
    values: Mapping[str, Any]


def said_twice(words: Words, parts: Sequence[Said]) -> NotUnderstood:
    """Which parts go against each other, and the question with each of them alone."""
    name = next(name for part in parts for name in part.values if len({*_values(parts, name)}) > 1)
    against = _saying(parts, name)
    also = " and ".join(f"“{_text(words, part)}”" for part in against[1:])
    told = "is said twice, or goes" if len(against) == 2 else "go"
    offers = [_with(words, {id(other): "" for other in against if other is not kept}, parts) for kept in against]
    offers = _either_donor(words, parts, against) or [*_giving(words, parts, against, name), *offers]
    return NotUnderstood(f"{also} {told} against what stands before: ask one at a time.", offers)


def _values(parts: Sequence[Said], name: str) -> list[Any]:
    return [part.values[name] for part in _saying(parts, name)]


def _saying(parts: Sequence[Said], name: str) -> list[Said]:
    return [part for part in parts if name in part.values]


def _giving(words: Words, parts: Sequence[Said], against: list[Said], name: str) -> list[str]:
    """Of two names side by side one may be the donor; of two that are joined, neither."""
    joined = any(key(words.all[part.start - 1]) in _JOINING for part in against)
    if joined or len(against) != 2 or _WHO.get(key(words.all[0])) != name or _saying(parts, "donor"):
        return []
    return [
        _with(words, {id(giver): "", id(taker): f"{taker.values[name]} from {giver.values[name]}"}, parts)
        for giver, taker in permutations(against)
    ]


def _either_donor(words: Words, parts: Sequence[Said], against: list[Said]) -> list[str]:
    """`from NOR and SWE`: the second name is a donor's too."""
    for donor, name in product(_saying(parts, "donor"), against):
        before = words.all[name.start - 1]
        joined = key(before) in _JOINING or before.endswith(",")
        if joined and len(against) == 2 and 0 <= name.start - donor.end <= 1:
            donors = (donor.values["donor"], next(iter(name.values.values())))
            return [_with(words, {id(name): "", id(donor): f"from {each}"}, parts) for each in donors]
    return []


def _with(words: Words, instead: Mapping[int, str], parts: Sequence[Said]) -> str:
    """The question with other words in place of some parts; what joined a part that is gone goes with it."""
    put = {part.start: instead[id(part)] for part in parts if id(part) in instead}
    taken = {place for part in parts if id(part) in instead for place in range(part.start, part.end)}
    said = []
    for place, word in enumerate(words.all):
        if place in put:
            said.append(put[place])
        elif place not in taken and not (key(word) in _JOINING and {place - 1, place + 1} & taken):
            said.append(word.rstrip(",;") if place + 1 in taken or place + 1 == len(words.all) else word)
    return " ".join(filter(None, said)).rstrip(",;")


def _text(words: Words, part: Said) -> str:
    return " ".join(words.all[part.start : part.end]).strip(",;")
