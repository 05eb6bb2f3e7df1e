"""`ica erase`: a text that names a person goes, the record of what happened stays."""

import sys
import uuid
from typing import Annotated

import typer

from adapters.cli.opening import operator, record
from adapters.erasing import sweep


def add_to(app: typer.Typer) -> None:
    """Add `erase`."""
    app.command("erase")(erase)


def erase(
    event_id: Annotated[str, typer.Argument(help="The fact whose text and note go, with those of its corrections.")],
    why: Annotated[str, typer.Option("--why", help="Kept and shown; name nobody here.")],
    by: Annotated[str | None, typer.Option("--as", help="Who erases it (default: cli:<user>).")] = None,
) -> None:
    """Erase the texts of a fact for good: their key is deleted, every view is rid of them, the log still verifies."""
    with record() as service:
        service.record(operator(by), "erase-texts", {"event_id": event_id, "why": why}, str(uuid.uuid4()))
        service.projector.catch_up()
        swept = sweep(service.settings)
    print(f"The texts of {event_id} are erased. Backups made before hold them until they are deleted.")
    if not swept:
        print("Somebody was reading meanwhile: run this again, so that nothing is left on disk.", file=sys.stderr)
        raise typer.Exit(1)
