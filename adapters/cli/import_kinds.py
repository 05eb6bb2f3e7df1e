"""What `ica import` takes, and what goes with each kind."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import typer

from adapters.importers import article7, command_table, commands, fts, iati, states_parties
from adapters.importers.line import Line
from domain.authority import NOT_ASKED_FOR
from domain.command import COMMANDS

_SECTOR = re.compile(r"\d{3}(\d{2})?\Z")


@dataclass(frozen=True)
class Asked:
    """A file, and what was said of it."""

    file: Path
    everything: bool = False
    sector: str | None = None
    command: str | None = None

    def checked(self, kind: str) -> "Asked":
        """Itself; raises BadParameter where what was said does not go with the kind."""
        for option, owner, given in (
            ("--all", "fts", self.everything), ("--sector", "iati", self.sector), ("--command", "csv", self.command),
        ):  # fmt: skip
            if given and kind != owner:
                raise typer.BadParameter(f"{option} goes with {owner}.")
        if self.sector is not None and not _SECTOR.match(self.sector):
            raise typer.BadParameter(f"--sector {self.sector!r} is none: write three or five digits, such as 15250.")
        if kind == "csv":
            _check_command(self.command)
        if not self.file.is_file():
            raise typer.BadParameter(f"There is no file {self.file}.")
        return self


@dataclass(frozen=True)
class Kind:
    """One kind of file: what it is, and how its lines are read."""

    about: str
    read: Callable[[Asked], Iterable[Line]]


KINDS = {
    "commands": Kind("JSON Lines", lambda asked: list(commands.read(asked.file))),
    "states-parties": Kind("who signed and joined, CSV", lambda asked: states_parties.read(asked.file)),
    "fts": Kind(
        "OCHA FTS flows, JSON page or CSV", lambda asked: list(fts.read(asked.file, everything=asked.everything))
    ),
    "iati": Kind("IATI activities, XML 1.0x or 2.0x", lambda asked: iati.read(asked.file, sector=asked.sector)),
    "article7": Kind("Article 7 reports, CSV", lambda asked: list(article7.read(asked.file))),
    "csv": Kind("one command a row", lambda asked: list(command_table.read(asked.file, command=str(asked.command)))),
}
PUBLISHED = frozenset({"states-parties", "fts", "iati", "article7"})
"""What others publish is the same whoever imports it."""


def _check_command(name: str | None) -> None:
    possible = sorted(COMMANDS.keys() - NOT_ASKED_FOR)
    if name is None:
        raise typer.BadParameter("csv needs --command NAME: which command each row is, such as make-pledge.")
    if name not in possible:
        near = get_close_matches(name, possible, n=3)
        said = f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(possible)}."
        raise typer.BadParameter(f"There is no command {name!r}. {said}")
