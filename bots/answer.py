"""An answer in plain words, and how it reads in a terminal and in Slack."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any
from unicodedata import category

from bots.blocks import Part, Shown, shown


@dataclass(frozen=True)
class Answer:
    """The fact first, then the parts it rests on; everything in plain words, escaped only where it is shown."""

    kind: str
    head: str
    parts: Sequence[Part] = ()
    notes: tuple[str, ...] = ()
    """How the question was read: as of when, for whose eyes."""
    page: str | None = None
    """The address where all of it stands."""
    latest: bool = False
    """Where not all parts fit, the last ones are shown rather than the first."""
    understood: bool = True
    instead: tuple[str, ...] = ()
    """Questions to ask instead: what may have been meant, or how it can be asked."""

    @property
    def text(self) -> str:
        """The whole answer for a terminal."""
        lines = [self.head, *self.notes]
        for part in chain(self.parts, self._offered):
            lines += ["", *part.said.splitlines(), *(f"    {line}" for line in part.beside.splitlines())]
        if self.page:
            lines += ["", self.page]
        return "\n".join(_harmless(line) for line in lines)

    @property
    def blocks(self) -> list[dict[str, Any]]:
        """The answer for Slack: a page of it, how much more there is, and a link to the rest."""
        return self.from_part(0).blocks

    def from_part(self, start: int) -> Shown:
        """Another page of it."""
        offered = self._offered
        parts = (*self.parts, *offered) if offered else self.parts
        return shown(self.head, self.notes, parts, self.page, latest=self.latest, start=start)

    @property
    def _offered(self) -> tuple[Part, ...]:
        """What to ask instead, as text."""
        if not self.instead:
            return ()
        asked = "Ask" if "Did you mean" in self.head else "Did you mean"
        return (Part(f"{asked}:\n" + "\n".join(f"• `{question}`" for question in self.instead)),)


def _harmless(line: str) -> str:
    """Without control characters: recorded words never steer a terminal."""
    return "".join(" " if category(letter) == "Cc" else letter for letter in line)
