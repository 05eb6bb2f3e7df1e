"""`ica tick`: one pass of reminders."""

from typing import Annotated

import typer


def add_to(app: typer.Typer) -> None:
    """Add `tick`."""
    app.command("tick")(tick)


def tick(
    at: Annotated[str | None, typer.Option("--at", help="As of this ISO time; a date: nine in the morning.")] = None,
) -> None:
    """Send what is due and not yet sent. Exit 1, naming the cause, where Slack refused."""
    from adapters.cli.one_pass import one_pass  # noqa: PLC0415 - it brings the bot along, which most commands do without

    one_pass(at)
