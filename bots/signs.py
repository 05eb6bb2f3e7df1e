"""Signs as people see them: text is cut between two of them, never within one."""

from collections.abc import Callable

import regex

_SIGN = regex.compile(r"\X")
"""A letter with its marks, a flag, an emoji of several joined."""


def size(text: str) -> int:
    """So long Slack takes a text to be at most: a sign beyond the first 65,536 counts as two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def beginning(text: str, room: int, shown: Callable[[str], str] = str) -> str:
    """As many signs as there is room for, each as it is `shown`."""
    kept = []
    for sign in _SIGN.finditer(text):
        piece = shown(sign[0])
        room -= size(piece)
        if room < 0:
            break
        kept.append(piece)
    return "".join(kept)


def shortened(text: str, limit: int, shown: Callable[[str], str] = str) -> str:
    """The text, as `shown`, within a limit; what is cut ends in an ellipsis."""
    whole = shown(text)
    return whole if size(whole) <= limit else f"{beginning(text, limit - 1, shown).rstrip()}…"
