"""One spelling for all the ways a name is typed: case, marks, quotes, hyphens and spaces do not matter."""

import re
from unicodedata import category, combining, normalize

# What decomposition leaves apart, or typists use one for the other: Latin letters, Arabic final letters, apostrophes.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ى": "ي", "ة": "ه", "ʼ": "'", "ʻ": "'", "&": " and "}
)
_LOOKALIKES = str.maketrans("асԁеɡһіјкӏмнорԛѕтуѵѡхαβεικνορτυχ", "acdeghijklmhopqstyvwxabeikvoptux")
"""Cyrillic and Greek letters that pass for Latin ones: no word has both."""
_LATIN = re.compile("[a-z]")
_DROPPED = {".", "ـ"}  # dots of abbreviations; the Arabic stretching line
_MARKS = (*range(0x300, 0x370), *range(0x610, 0x61B), *range(0x64B, 0x660), 0x670)
_INVISIBLE = (0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF)
_IN_A_WORD = _LETTERS | dict.fromkeys((*_MARKS, *_INVISIBLE, *map(ord, _DROPPED)), "")
_ARTICLES = {"el", "l", "la", "las", "le", "les", "los"}
_GOVERNMENT = "government of"


def fold(text: str) -> str:
    """Lower case, no marks, single spaces, without "the"."""
    plain = normalize("NFKD", normalize("NFKD", text).casefold()).translate(_LETTERS)
    return " ".join(word for word in "".join(map(_kept, plain)).split() if word != "the")


def fold_word(word: str) -> str:
    """The same for a single word and faster: a text has many."""
    if word.isascii():
        return word.lower().replace(".", "")
    folded = normalize("NFKD", normalize("NFKD", word).casefold()).translate(_IN_A_WORD)
    return folded.translate(_LOOKALIKES) if _LATIN.search(folded) else folded


def without_courtesies(folded: str) -> str:
    """Without an article around the name ("l'Angola", "Angola (l')") or the government that speaks for it."""
    name = folded.removesuffix(f" {_GOVERNMENT}").removeprefix(f"{_GOVERNMENT} ")
    first, _, rest = name.partition(" ")
    if rest and first in _ARTICLES:
        return rest
    head, _, last = name.rpartition(" ")
    return head if head and last in _ARTICLES else name


def _kept(character: str) -> str:
    if combining(character) or character in _DROPPED or category(character) == "Cf":
        return ""
    return character if category(character)[0] in "LMN" else " "
