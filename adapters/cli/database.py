"""`ica migrate`, `ica rebuild`: the service's database."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import track

from adapters.cli.opening import record
from adapters.rebuild import VIEW_NAMES
from adapters.rebuild import rebuild as rebuild_views
from adapters.settings import read_settings
from adapters.storage import migrate_storage


def add_to(app: typer.Typer) -> None:
    """Add the commands about the database."""
    app.command("migrate")(migrate)
    app.command("rebuild")(rebuild)


def migrate() -> None:
    """Bring the database to this version's schema; running it again changes nothing."""
    migrate_storage(read_settings())
    with record() as service:
        position = service.projector.position
    print(f"{service.settings.database_name} is ready: {position:,} events, {len(VIEW_NAMES)} views.")


def rebuild(
    view: Annotated[str | None, typer.Argument(help=f"One of: {', '.join(VIEW_NAMES)}.")] = None,
) -> None:
    """Make the views anew from the log, beside those in use, then swap them; a service may go on meanwhile."""
    names = list(VIEW_NAMES)
    if view is not None and view not in names:
        raise typer.BadParameter(f"There is no view {view!r}. There are: {', '.join(names)}.")
    console = Console(stderr=True)

    def shown(batches: Sequence[Any]) -> Any:
        return track(batches, "Rebuilding", console=console, disable=not console.is_terminal)

    with record() as service:
        things = rebuild_views(service, [view] if view else names, shown)
        position = service.projector.position
    print(f"Rebuilt {view or 'all views'} from {things:,} things up to position {position:,}.")
