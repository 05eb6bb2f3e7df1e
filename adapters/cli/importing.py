"""`ica import`: files of others become facts."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from adapters.cli.opening import operator, record
from adapters.importers import commands, fts, states_parties
from adapters.importers.line import Line, UnreadableFile
from adapters.importers.run import BrokenOff, Import

SHOWN_REFUSALS = 50
KINDS = (
    "commands (JSON Lines), states-parties (CSV: who signed, joined and left) or fts (OCHA flows, JSON page or CSV)."
)
PUBLISHED = frozenset({"fts", "states-parties"})
"""What others publish for all: whoever imported a line of it before, it is there."""


def add_to(app: typer.Typer) -> None:
    """Add `import`."""
    app.command("import")(import_file)


def import_file(
    kind: Annotated[str, typer.Argument(help=KINDS)],
    file: Annotated[Path, typer.Argument(help="The file.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Record nothing; say what would be taken.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Record nothing unless every line is sound.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="fts: every flow, not mine action alone.")] = False,
    by: Annotated[str | None, typer.Option("--as", help="Who imports (default: cli:<user>).")] = None,
) -> None:
    """Take what a file holds; repeated, it changes nothing. Exit 1 if a line was refused."""
    readers: dict[str, Callable[[], Iterable[Line]]] = {
        "commands": lambda: commands.read(file),
        "states-parties": lambda: states_parties.read(file),
        "fts": lambda: fts.read(file, everything=everything),
    }
    if kind not in readers:
        raise typer.BadParameter(f"{kind!r} cannot be imported. There are: {', '.join(readers)}.")
    if everything and kind != "fts":
        raise typer.BadParameter("--all goes with fts.")
    if not file.is_file():
        raise typer.BadParameter(f"There is no file {file}.")
    try:
        lines = list(readers[kind]())
    except (UnreadableFile, OSError) as problem:
        print(problem, file=sys.stderr)
        raise typer.Exit(1) from None
    with record() as service:
        taking = Import(service, operator(by), same_key_is_known=kind in PUBLISHED)
        try:
            outcome = taking.run(_shown(lines), dry_run=dry_run, strict=strict)
        except BrokenOff as problem:
            print(f"The import broke off. {problem} Repeat it: what was taken is skipped then.", file=sys.stderr)
            raise typer.Exit(1) from None
    print(f"{'Would be: ' if dry_run else ''}{outcome.sentence()}.")
    for number, why in outcome.refused[:SHOWN_REFUSALS]:
        print(f"line {number}: {why}", file=sys.stderr)
    if len(outcome.refused) > SHOWN_REFUSALS:
        print(f"… and {len(outcome.refused) - SHOWN_REFUSALS:,} more refused.", file=sys.stderr)
    if strict and outcome.refused and not dry_run:
        print("Nothing was recorded, as --strict asks.", file=sys.stderr)
    if outcome.refused:
        raise typer.Exit(1)


def _shown(lines: list[Line]) -> Iterator[Line]:
    console = Console(stderr=True)
    yield from track(lines, "Importing", console=console, disable=not console.is_terminal)
