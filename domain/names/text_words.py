"""The words of a text, each with its place in it."""

import re
from typing import NamedTuple

from domain.names.folding import fold_word

INVISIBLE = "\u00ad\u061c\u200c\u200d\u200e\u200f\u2060\ufeff"
_HAN = "\u3400-\u9fff"
_LETTER = rf"[^\W\d_{_HAN}]"
_MARK = rf"[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670{INVISIBLE}]"
_WORD = re.compile(
    rf"[{_HAN}]|&"
    r"|\bUS[ \u00a0]?\$"  # money, not a State
    r"|(?:[A-Z]\.)+[A-Z]\b\.?"  # U.K.
    rf"|{_LETTER}(?:{_LETTER}|{_MARK})*+"
)


class Word(NamedTuple):
    """Where a word stands, and how it folds."""

    start: int
    end: int
    folded: str


def words(text: str) -> list[Word]:
    """All words but "the"; Chinese characters one by one."""
    found = []
    for match in _WORD.finditer(text):
        written = match[0]
        folded = written if "\u3400" <= written <= "\u9fff" else "and" if written == "&" else fold_word(written)
        if folded != "the":
            found.append(Word(match.start(), match.end(), folded))
    return found
