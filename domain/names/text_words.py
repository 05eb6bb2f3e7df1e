"""The words of a text, each with its place in it."""

import re
from typing import NamedTuple
from unicodedata import normalize

from domain.names.folding import fold_word

INVISIBLE = "\u00ad\u061c\u200c\u200d\u200e\u200f\u2060\ufeff"
_UNSPACED = "\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
"""Thai, Lao, Tibetan, Burmese, Khmer, Japanese, Chinese and Korean: words stand side by side, or have endings."""
_IN_PIECES = "[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
"""A Korean syllable, letter by letter, as some machines store it."""
APOSTROPHES = "\u02bb\u02bc"
"""Those that are letters to a machine: Oʻzbekiston."""
_LETTER = rf"[^\W\d_{APOSTROPHES}{_UNSPACED}]"
_MARK = rf"[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670{INVISIBLE}]"
_WORD = re.compile(
    rf"(?P<alone>[{_UNSPACED}]|{_IN_PIECES})|&"
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
    """All words but "the"; characters one by one where no space parts words."""
    found = []
    for match in _WORD.finditer(text):
        written = match[0]
        folded = normalize("NFC", written) if match["alone"] else "and" if written == "&" else fold_word(written)
        if folded != "the":
            found.append(Word(match.start(), match.end(), folded))
    return found
