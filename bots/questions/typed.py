"""A question as it was typed: words to read one after the other, however a phone wrote them."""

import re
from collections.abc import Collection, Sequence
from unicodedata import category, normalize

_LONGEST = 500
_QUOTES = str.maketrans("“”„«»‘’‚‹›´`", '"""""' + "'" * 7)


class TooLong(ValueError):
    """A question is a line, not a letter."""


def plain(text: str) -> str:
    """One line with single spaces, plain quotes, and no signs that nobody sees."""
    if len(text) > _LONGEST:
        raise TooLong(f"A question has at most {_LONGEST} characters: ask in fewer words.")
    seen = "".join(" " if category(sign)[0] in "ZC" and sign not in "\u200c\u200d" else sign for sign in text)
    return re.sub(r"[\s?!.;]+$", "", " ".join(normalize("NFC", seen).translate(_QUOTES).split()))


def key(word: str) -> str:
    """A word as keywords are compared: small letters, nothing around it."""
    return word.casefold().strip("\"'.,;:?!()[]")


class Words:
    """The words of a question, taken from the left."""

    def __init__(self, text: str) -> None:
        self.all: Sequence[str] = text.split()
        self.at = 0

    @property
    def rest(self) -> Sequence[str]:
        """What has not been read yet."""
        return self.all[self.at :]

    def next_is(self, *keys: str) -> bool:
        """Whether these words come next."""
        return [key(word) for word in self.rest[: len(keys)]] == list(keys)

    def take(self, count: int = 1) -> str:
        """The next words, now read."""
        taken = " ".join(self.rest[:count])
        self.at += count
        return taken

    def skip(self, keys: Collection[str]) -> None:
        """Pass over words that add nothing where they stand."""
        while self.rest and key(self.rest[0]) in keys:
            self.at += 1

    def with_instead(self, start: int, count: int, other: str) -> str:
        """The question with other words in place of some."""
        return " ".join([*self.all[:start], other, *self.all[start + count :]])
