"""A text as it is read: its words, what stands between them and how they are written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import normalize

from domain.names.text_words import APOSTROPHES, INVISIBLE, Word, words

_ABBREVIATED = r"(?:(?<=\b\w)|(?<=\b\w\w)|(?<=\b\w\w\w))\."  # St. Lucia
_IN_A_NAME = re.compile(
    rf"(?:[^\w.,;:!?\"“”«»…。，、；：！？]|[_{APOSTROPHES}]|{_ABBREVIATED}|\bthe\b)*", re.IGNORECASE
)
_IN_A_PHRASE = re.compile(r"[^\S\n]*+(?:\n[^\S\n]*+)?|[-‐‑‒–'’ʼ´`]|(?:(?<=\b\w\w)|(?<=долл))\.\s?")
_ENDS_A_SENTENCE = re.compile(r"[.!?:…•\n]\W*\Z")  # with no article in between: "The Poles"
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Reading:
    """Words are named by their place in the list."""

    text: str
    words: Sequence[Word]

    @classmethod
    def of(cls, text: str) -> "Reading":
        """Read a text."""
        return cls(text, words(text))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from first to last stand, without an invisible sign at the end."""
        start, end = self.words[first].start, self.words[last].end
        return start, start + len(self.text[start:end].rstrip(INVISIBLE))

    def written(self, first: int, last: int) -> str:
        """The words from first to last as they stand."""
        start, end = self.span(first, last)
        return self.text[start:end]

    def spelled(self, first: int, last: int) -> str:
        """The letters of an abbreviation: U.K. and UK are one."""
        written = (normalize("NFC", self.text[word.start : word.end]) for word in self.words[first : last + 1])
        return " ".join(word.replace(".", "") for word in written)

    def joined_in_a_name(self, place: int) -> bool:
        """Whether a name may go on to the next word: over spaces, line breaks, hyphens, "the" …"""
        return self._between(place, _IN_A_NAME)

    def joined_in_a_phrase(self, place: int) -> bool:
        """The same for a fixed phrase, strictly: "in Vienna. Convention …" is not the Vienna Convention."""
        return self._between(place, _IN_A_PHRASE)

    def opens_a_sentence(self, place: int) -> bool:
        """Whether a capital letter would stand here in any case."""
        gap = self._gap(place - 1)
        return _ENDS_A_SENTENCE.search(gap) is not None or (place == 0 and "the" not in gap.lower())

    def is_capital(self, place: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.text[self.words[place].start].isupper()

    def in_capitals(self, place: int) -> bool:
        """Whether a word, not a single letter, is written in capitals throughout."""
        word = self.words[place]
        return word.end - word.start > 1 and self.text[word.start : word.end].isupper()

    def beside_a_number(self, first: int, last: int) -> bool:
        """Whether a number stands before or after: 24 MAR 2017."""
        return any(_DIGIT.search(self._gap(place)) for place in (first - 1, last))

    def touches_a_digit(self, first: int, last: int) -> bool:
        """Whether a few letters are part of some number or key: V7LAO9."""
        start, end = self.words[first].start, self.words[last].end
        beside = (self.text[start - 1 : start], self.text[end : end + 1])
        return end - start <= 3 and any(character.isdigit() for character in beside)

    def around(self, first: int, last: int) -> list[int]:
        """The two words before and the two after, as far as the sentence goes."""
        before, after = first, last
        while before > max(first - 2, 0) and not self.opens_a_sentence(before):
            before -= 1
        while after < min(last + 2, len(self.words) - 1) and not self.opens_a_sentence(after + 1):
            after += 1
        return [*range(before, first), *range(last + 1, after + 1)]

    def _between(self, place: int, pattern: re.Pattern[str]) -> bool:
        return pattern.fullmatch(self.text, self.words[place].end, self.words[place + 1].start) is not None

    def _gap(self, place: int) -> str:
        """What stands after a word, up to the next."""
        start = self.words[place].end if place >= 0 else 0
        return self.text[start : self.words[place + 1].start if place + 1 < len(self.words) else len(self.text)]
