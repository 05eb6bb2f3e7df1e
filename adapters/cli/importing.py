"""`ica import`: files of others become facts."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from adapters.cli.import_kinds import KINDS, PUBLISHED, Asked
from adapters.cli.opening import operator, record
from adapters.importers.line import Line, UnreadableFile
from adapters.importers.run import BrokenOff, Import, Outcome

SHOWN_REFUSALS = 50


def add_to(app: typer.Typer) -> None:
    """Add `import`."""
    app.command("import")(import_file)


def import_file(
    kind: Annotated[str, typer.Argument(help="; ".join(f"{name}: {each.about}" for name, each in KINDS.items()))],
    file: Annotated[Path, typer.Argument(help="The file.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Record nothing; say what would be taken.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Record nothing unless every line is sound.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="fts: every flow, not mine action alone.")] = False,
    sector: Annotated[str | None, typer.Option("--sector", help="iati: a DAC sector alone, such as 15250.")] = None,
    command: Annotated[str | None, typer.Option("--command", help="csv: the command that each row is.")] = None,
    by: Annotated[str | None, typer.Option("--as", help="Who imports (default: cli:<user>).")] = None,
) -> None:
    """Take what a file holds; repeated, it changes nothing. Exit 1 if a line was refused."""
    if kind not in KINDS:
        raise typer.BadParameter(f"{kind!r} cannot be imported. There are: {', '.join(KINDS)}.")
    asked = Asked(file, everything, sector, command).checked(kind)
    try:
        lines = KINDS[kind].read(asked)
        with record() as service:
            taking = Import(service, operator(by), same_key_is_known=kind in PUBLISHED)
            outcome = taking.run(_shown(lines), dry_run=dry_run, strict=strict)
    except (UnreadableFile, OSError) as problem:
        print(problem, file=sys.stderr)
        raise typer.Exit(1) from None
    except BrokenOff as problem:
        print(f"The import broke off. {problem} Repeat it: what was taken is skipped then.", file=sys.stderr)
        raise typer.Exit(1) from None
    print(f"{'Would be: ' if dry_run else ''}{outcome.sentence()}.")
    _tell(outcome, nothing_recorded=strict and not dry_run)
    if outcome.refused:
        raise typer.Exit(1)


def _tell(outcome: Outcome, *, nothing_recorded: bool) -> None:
    """What was nothing to record, and why each line was refused."""
    if aside := outcome.aside():
        print(f"Left out: {aside}.")
    for number, why in outcome.refused[:SHOWN_REFUSALS]:
        print(f"line {number}: {why}", file=sys.stderr)
    if len(outcome.refused) > SHOWN_REFUSALS:
        print(f"… and {len(outcome.refused) - SHOWN_REFUSALS:,} more refused.", file=sys.stderr)
    if nothing_recorded and outcome.refused:
        print("Nothing was recorded, as --strict asks.", file=sys.stderr)


def _shown(lines: Iterable[Line]) -> Iterator[Line]:
    console = Console(stderr=True)
    yield from track(lines, "Importing", console=console, disable=not console.is_terminal)
