"""A question as it was typed: words to read one after the other, however a phone wrote them."""

import re
from collections.abc import Sequence
from unicodedata import category, decimal, normalize

LONGEST = 500
_QUOTES = str.maketrans("“”„«»‘’‚‹›´", '"""""' + "'" * 6)
_MARKS = re.compile(r"(?<![^\W_])[*_`~]+|[*_`~]+(?![^\W_])")
"""Slack's *bold*, _italic_, ~struck~ and `code`, around words."""
_EMOJI = re.compile(r"(?<!\S):(?!flag-)(?=\w{3})[a-z0-9_+'-]+:(?!\S)")
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_NAMED = r"@?\s*ica[ -]ledger|@\s*ica(?:[ -]bot)?|<@\w+(?:\|[^>]*)?>"
_ADDRESSED = re.compile(rf"^(?:(?:/ica|ica|{_NAMED})[,:]*(?:\s+|$)|\d\d?[.)]\s+|[>•¿¡\s-]+)+", re.IGNORECASE)
_ADDRESSED_LAST = re.compile(rf",?\s+(?:{_NAMED})$", re.IGNORECASE)
_ENDS = re.compile(r"[\s?!.;,:。、؟…]+$")
_RUN_TOGETHER = (
    (re.compile(r"\b(art(?:icles?)?)\.?(?=\d\b)", re.IGNORECASE), r"\1 "),
    (re.compile(r"\s*(?:-+>|→|⇒)\s*"), " → "),
    (re.compile(r"(?<=[^\W\d])/(?=[^\W\d])"), " / "),
    (re.compile(r"(?<=\w)(?=[(\[{])"), " "),
    (re.compile(r"(?<=[a-z])(?=[一-鿿])|(?<=[一-鿿])(?=[a-z])", re.IGNORECASE), " "),
)


class TooLong(ValueError):
    """A question is a line, not a letter."""


def plain(text: str) -> str:
    """One line with single spaces, plain quotes and digits, without marks, emoji or whom it is addressed to."""
    if len(text) > LONGEST:
        raise TooLong(f"A question has at most {LONGEST} characters: ask in fewer words.")
    seen = " ".join("".join(map(_seen, normalize("NFKC", text))).translate(_QUOTES).split())
    seen = _EMOJI.sub("", _MARKS.sub("", seen)).strip()
    for pattern, apart in _RUN_TOGETHER:
        seen = pattern.sub(apart, seen)
    seen = _unquoted(_ADDRESSED.sub("", _ended(seen)))
    return " ".join(_ADDRESSED_LAST.sub("", _ended(seen)).split())


def key(word: str) -> str:
    """A word as keywords are compared: small letters, nothing around it."""
    return word.casefold().strip("\"'.,;:?!()[]¿¡…")


class Words:
    """The words of a question, taken from the left."""

    def __init__(self, text: str, at: int = 0) -> None:
        self.all: Sequence[str] = text.split()
        self.at = at

    @property
    def rest(self) -> Sequence[str]:
        """What has not been read yet."""
        return self.all[self.at :]

    def take(self, count: int = 1) -> str:
        """The next words, now read."""
        taken = " ".join(self.rest[:count])
        self.at += count
        return taken

    def with_instead(self, start: int, count: int, other: str) -> str:
        """The question with other words in place of some."""
        return " ".join(filter(None, [*self.all[:start], other, *self.all[start + count :]]))


def _seen(sign: str) -> str:
    """A sign as the reader sees it: nothing where nobody sees it, a blank for an emoji that is no flag."""
    kind = category(sign)
    if kind == "Nd":
        return str(decimal(sign))
    if kind == "Cf" or 0xFE00 <= ord(sign) <= 0xFE0F:
        return ""
    if kind[0] in "ZC" or (kind in {"So", "Sk"} and ord(sign) > 0x2000 and ord(sign) not in _FLAG_LETTERS):
        return " "
    return sign


def _ended(text: str) -> str:
    return _ENDS.sub("", text).strip()


def _unquoted(text: str) -> str:
    """Without quotes around the whole."""
    while len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" and text.count(text[0]) == 2:
        text = _ended(text[1:-1])
    return text
