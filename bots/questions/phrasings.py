"""How people ask in plain words: per language a file of patterns, each beside the verb's question that it is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

Pairs = Sequence[tuple[re.Pattern[str], str]]
_FILES = Path(__file__).parent / "phrasings"
_GROUP = re.compile(r"\(\?<(\w+)>|<(\w+)>")
_ORDER = ("english", "french", "spanish")


@dataclass(frozen=True)
class Language:
    """Phrasings are tried in order; `words` turn what narrows a question into English."""

    courtesies: re.Pattern[str]
    phrasings: Pairs
    words: Pairs

    def without_courtesies(self, question: str) -> str:
        """What is asked, without "please" and "could you tell me"."""
        while (shorter := self.courtesies.sub("", question).strip()) != question:
            question = shorter
        return question


@cache
def languages() -> tuple[Language, ...]:
    """English first: its courtesies may stand before a verb's own question too."""
    return tuple(_read((_FILES / f"{name}.txt").read_text("utf-8")) for name in _ORDER)


def _read(text: str) -> Language:
    """Lines of `NAME = pattern` and `pattern  =>  question`; `<state>` is some words, a NAME what it stands for."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    names: dict[str, str] = {}
    for line in lines:
        if found := re.fullmatch(r"([A-Z]+) = (.*)", line):
            names[found[1]] = _put(found[2], names)
    at = lines.index("[words]") if "[words]" in lines else len(lines)
    compiled = re.compile(names["COURTESY"], re.IGNORECASE)
    return Language(compiled, tuple(_pairs(lines[:at], names)), tuple(_pairs(lines[at:], names)))


def _pairs(lines: Iterable[str], names: dict[str, str]) -> Iterable[tuple[re.Pattern[str], str]]:
    for line in lines:
        pattern, arrow, instead = line.partition("  =>  ")
        if arrow:
            yield re.compile(_put(pattern, names), re.IGNORECASE), instead


def _put(pattern: str, names: dict[str, str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        pattern = pattern.replace(name, names[name])
    return _GROUP.sub(lambda found: f"(?P<{found[1]}>" if found[1] else f"(?P<{found[2]}>.+?)", pattern)
