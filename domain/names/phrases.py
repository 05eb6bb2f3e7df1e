"""Many phrases at once: a text is read word by word along all that begin alike."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from domain.names.reading import Reading
from domain.names.text_words import Word, words

_AND = ("و", "ف")
_TO_IN_AS = ("ب", "ك", "ل")


class Tells(StrEnum):
    """In which form a phrase counts."""

    ALWAYS = "always"
    CAPITALISED = "capitalised"  # with a capital letter
    WITHIN = "within"  # with a capital letter that no beginning of a sentence explains
    QUIET = "quiet"  # in capitals, where the words around it are not
    ALONE = "alone"  # the same, and beside no number
    NEVER = "never"


@dataclass(slots=True)
class Steps:
    """The words that may come next, and the spellings ("" is any) in which the words so far are a phrase."""

    onward: "dict[str, Steps]" = field(default_factory=dict)
    spellings: dict[str, Tells] = field(default_factory=dict)

    def learn(self, phrase: str, tells: Tells = Tells.ALWAYS, spelling: str = "") -> None:
        """Keep a phrase; what is kept already stays."""
        step = self
        for word in words(phrase):
            step = step.onward.setdefault(word.folded, Steps())
        step.spellings.setdefault(spelling, tells)

    def begun(self, word: Word, following: Word | None) -> "list[Steps]":
        """The steps after this word, if a phrase may begin with it and go on as the text does."""
        if "\u0620" <= word.folded < "\u064b":
            return [step for each in _beginnings(word.folded) if (step := self.onward.get(each))]
        step = self.onward.get(word.folded)
        if step is None or not (step.spellings or (following is not None and following.folded in step.onward)):
            return []
        return [step]


def longest_first(
    reading: Reading, place: int, begun: list[Steps], joined: Callable[[int], bool]
) -> Iterator[tuple[int, Steps]]:
    """Every phrase that begins at this place: where its last word is, and its step."""
    found = [(last, step) for start in begun for last, step in _along(reading, place, start, joined) if step.spellings]
    yield from sorted(found, key=lambda each: -each[0])


def _along(reading: Reading, place: int, step: Steps, joined: Callable[[int], bool]) -> Iterator[tuple[int, Steps]]:
    yield place, step
    while place + 1 < len(reading.words):
        onward = step.onward.get(reading.words[place + 1].folded)
        if onward is None or not joined(place):
            return
        step, place = onward, place + 1
        yield place, step


def _beginnings(word: str) -> list[str]:
    """An Arabic word, also without "and", "in", "as" or "to" before it."""
    bare = [word, word[1:]] if word.startswith(_AND) else [word]
    return [
        *bare,
        *(each[1:] for each in bare if each.startswith(_TO_IN_AS)),
        *("ال" + each[2:] for each in bare if each.startswith("لل")),
    ]
