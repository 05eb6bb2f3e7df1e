"""Refusals of a name: each says what was read and what may have been meant."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

_LONGEST = 80


@dataclass(frozen=True)
class Candidate:
    """A State or organisation that may have been meant."""

    code: str
    name: str

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"


class UnknownName(ValueError):
    """Nobody is called this; the candidates are offered, never chosen, and looked for only where somebody asks."""

    def __init__(
        self, text: str, candidates: Sequence[Candidate] | Callable[[], Sequence[Candidate]] = (), kind: str = "State"
    ) -> None:
        super().__init__(text, candidates, kind)
        self.text = text
        self.kind = kind
        self._found = candidates

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """Who may have been meant, best first."""
        return tuple(self._found() if callable(self._found) else self._found)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.text, self.candidates, self.kind)

    def __str__(self) -> str:
        if self.candidates:
            return f"No {self.kind} is called {self.quoted}. Did you mean {self.offer}?"
        code = "ISO alpha-3 code" if self.kind == "State" else "code"
        if not self.text.strip():
            return f"Name a {self.kind} by its {code} or its name."
        return f"No {self.kind} is called {self.quoted}. Use its {code} or its name."

    @property
    def quoted(self) -> str:
        """What was read, in quotes, on one line and not too long."""
        line = " ".join(self.text.split())
        return f'"{line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"}"'

    @property
    def offer(self) -> str:
        """The candidates as a person would list them."""
        *firsts, last = map(str, self.candidates)
        return f"{', '.join(firsts)} or {last}" if firsts else last


class AmbiguousName(UnknownName):
    """Several are called this, so the record asks which."""

    def __str__(self) -> str:
        return f"More than one {self.kind} is called {self.quoted}. Did you mean {self.offer}?"


class NotAState(UnknownName):
    """A known place that is not in the list of States."""

    def __str__(self) -> str:
        if self.kind == "State":
            return f"{self.quoted} is not in the list of States. Name a State by its ISO alpha-3 code or its name."
        return f"{self.quoted} is not in the list of States, and no organisation is called so."
