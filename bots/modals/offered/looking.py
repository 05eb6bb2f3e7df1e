"""Somebody looks for something in a form: what was typed, beside what stands there already."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bots.desk import Desk
from domain.names import fold
from projections.audience import Audience

MOST = 100
"""Options that Slack shows."""


@dataclass(frozen=True)
class Looking:
    """Somebody's letters so far; `chosen` is what stands in the other inputs."""

    typed: str
    desk: Desk
    viewer: Audience
    chosen: Mapping[str, Any]

    def party(self, field: str) -> str | None:
        """The code of a State or organisation that was chosen, or typed in full."""
        try:
            return self.desk.names.party(self.chosen[field])
        except (KeyError, ValueError):
            return None

    def fits(self, ident: str, words: Iterable[str]) -> bool:
        """Whether an id begins with what was typed, or each word of it begins a word of these."""
        typed = fold(self.typed)
        if not typed or ident.startswith(self.typed.strip().lower()):
            return True
        known = [known for text in words for known in _folded(text)]
        return all(any(each.startswith(part) for each in known) for part in typed.split())


@lru_cache(maxsize=10_000)
def _folded(text: str) -> tuple[str, ...]:
    """Names and days come again with each thing that is looked at."""
    return tuple(fold(text).split())
