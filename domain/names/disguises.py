"""Names that a reader sees and a search by words does not: letter by letter, over a line's end, run together."""

import re
from collections.abc import Callable, Iterator

_LETTER = r"[^\W\d_]"
_SPELT_OUT = re.compile(rf"(?<!{_LETTER})(?:{_LETTER}[ .·_-]){{3,}}{_LETTER}(?!{_LETTER})")
_BROKEN = re.compile(rf"(?<!{_LETTER}){_LETTER}++[-‐]\s*\n\s*{_LETTER}+")
_RUN_TOGETHER = re.compile(rf"{_LETTER}{{5,}}")
_PART = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]{3,}|[a-zß-ÿ]{4,}(?=[A-ZÀ-Þ])")
_APART = re.compile(r"[^\w]|_")


def told_in_disguise(text: str, tells: Callable[[str], object]) -> Iterator[tuple[int, int]]:
    """Where such a name stands: I.r.a.q, Ira-qi over two lines, IraqiPlan.docx."""
    for pattern in (_SPELT_OUT, _BROKEN):
        for found in pattern.finditer(text):
            if tells(_APART.sub("", found[0])):
                yield found.span()
    for found in _RUN_TOGETHER.finditer(text):
        if not found[0][1:].islower() and not found[0].isupper():
            yield from (_within(found, part) for part in _PART.finditer(found[0]) if tells(part[0]))


def _within(whole: re.Match[str], part: re.Match[str]) -> tuple[int, int]:
    return whole.start() + part.start(), whole.start() + part.end()
