"""`ica slack-manifest`: what to paste when the app is created in Slack."""

import json
from typing import Annotated

import typer

from adapters.settings import read_settings


def add_to(app: typer.Typer) -> None:
    """Add `slack-manifest`."""
    app.command("slack-manifest")(slack_manifest)


def slack_manifest(
    url: Annotated[
        str | None, typer.Option("--url", help="Where Slack reaches the service, https://…; else ICA_BASE_URL.")
    ] = None,
    socket: Annotated[bool, typer.Option("--socket", help="For Socket Mode: Slack needs no address.")] = False,
    oauth: Annotated[bool, typer.Option("--oauth", help="For several workspaces that install it themselves.")] = False,
) -> None:
    """Print the manifest of the Slack app, made from what the bot listens to: paste it at api.slack.com/apps."""
    address = (url or read_settings().base_url).rstrip("/")
    if not address.startswith("https://") and (oauth or not socket):
        raise typer.BadParameter(f"Slack calls https addresses only, not {address}: give --url https://…, or --socket")
    from adapters.slack.manifest import manifest  # noqa: PLC0415 - no other command needs it

    print(json.dumps(manifest(address, socket=socket, oauth=oauth), indent=2, ensure_ascii=False))
