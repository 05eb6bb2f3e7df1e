"""`ica serve`, `ica migrate`, `ica rebuild`: the service and its database."""

import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer
import uvicorn
from rich.console import Console
from rich.progress import track

from adapters.cli.opening import record
from adapters.demonstration.load import DemonstrationRefused, load
from adapters.http.app import create_app
from adapters.logs import configure_logs
from adapters.rebuild import rebuild as rebuild_views
from adapters.settings import read_settings
from adapters.storage import migrate_storage
from adapters.wiring import running
from projections.views import VIEWS


def add_to(app: typer.Typer) -> None:
    """Add the running commands."""
    app.command("serve")(serve)
    app.command("migrate")(migrate)
    app.command("rebuild")(rebuild)


def serve(
    demo: Annotated[bool, typer.Option("--demo", help="With demonstration data, in demo.db unless told.")] = False,
) -> None:
    """Run the web service, the bot and the views in one process."""
    configure_logs()
    given: dict[str, Any] = {}
    if demo and not read_settings().model_fields_set & {"database_url"}:
        given["database_url"] = "sqlite:///demo.db"
    settings = read_settings(**given)
    with running(settings) as service:
        if demo:
            try:
                print(load(service))
            except DemonstrationRefused as refusal:
                print(refusal, file=sys.stderr)
                raise typer.Exit(1) from None
        print(f"ica-ledger answers at http://{settings.host}:{settings.port} (stop it with Ctrl-C)", flush=True)
        server = uvicorn.Server(
            uvicorn.Config(
                create_app(service), host=settings.host, port=settings.port, log_config=None, access_log=False,
                server_header=False, timeout_graceful_shutdown=10,
            )
        )  # fmt: skip
        server.run()
        if not server.started:
            raise typer.Exit(1)


def migrate() -> None:
    """Bring the database to this version's schema; running it again changes nothing."""
    migrate_storage(read_settings())
    with record() as service:
        print(f"{service.settings.database_name} is ready: {service.projector.position:,} events, {len(VIEWS)} views.")


def rebuild(
    view: Annotated[str | None, typer.Argument(help=f"One of: {', '.join(each.name for each in VIEWS)}.")] = None,
) -> None:
    """Make the views anew from the log, beside those in use, then swap them; a service may go on meanwhile."""
    names = [each.name for each in VIEWS]
    if view is not None and view not in names:
        raise typer.BadParameter(f"There is no view {view!r}. There are: {', '.join(names)}.")
    console = Console(stderr=True)

    def shown(batches: Sequence[Any]) -> Any:
        return track(batches, "Rebuilding", console=console, disable=not console.is_terminal)

    with record() as service:
        things = rebuild_views(service, [view] if view else names, shown)
        position = service.projector.position
    print(f"Rebuilt {view or 'all views'} from {things:,} things up to position {position:,}.")
