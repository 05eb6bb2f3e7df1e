"""Flags, and internet addresses under a State's own two letters."""

import re
from collections.abc import Iterator
from functools import cache

from domain.names import sources

_FLAG = re.compile(r"[\U0001F1E6-\U0001F1FF]{2}|:(?:flag-([a-z]{2})|(cn|de|es|fr|gb|it|jp|kr|ru|uk|us)):")
_HOST = re.compile(r"(?:://|(?<![\w.-])www\.|@)((?:[\w-]+\.)+([a-z]{2}))(?![\w-]|\.\w)", re.IGNORECASE)
_FIRST_FLAG_LETTER = 0x1F1E6 - ord("a")


def told_by_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where a text shows the flag of a State or an address of it: start and end."""
    for flag in _FLAG.finditer(text):
        letters = flag[1] or flag[2] or "".join(chr(ord(sign) - _FIRST_FLAG_LETTER) for sign in flag[0])
        if letters in _two_letters():
            yield flag.span()
    for host in _HOST.finditer(text):
        ending = host[2].lower()
        if ending in _two_letters() and f".{ending}" not in sources.ordinary_words():
            yield host.span(1)


@cache
def _two_letters() -> frozenset[str]:
    from domain.names import libraries  # noqa: PLC0415 — costs more than all the rest

    return frozenset({"uk"} | {two.lower() for code, two in libraries.short_codes() if code in sources.states()})
