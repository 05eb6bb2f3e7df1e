"""`ica tick`: one pass of reminders."""

import sys
from datetime import UTC, datetime, time
from typing import Annotated

import typer
from slack_sdk import WebClient

from adapters.cli.opening import record
from adapters.moments import read_moment
from adapters.reminders.tick import HOUR, Ticker
from domain.reading import Unreadable, read_date


def add_to(app: typer.Typer) -> None:
    """Add `tick`."""
    app.command("tick")(tick)


def tick(
    at: Annotated[str | None, typer.Option("--at", help="As of this ISO time; a date: nine in the morning.")] = None,
) -> None:
    """Send what is due and not yet sent. Exit 1, naming the cause, where Slack refused."""
    with record() as service:
        settings = service.settings
        if not settings.has_slack:
            print("Slack is not set up: ICA_SLACK_BOT_TOKEN and ICA_SLACK_SIGNING_SECRET are missing.", file=sys.stderr)
            raise typer.Exit(1)
        try:
            moment = _moment(at, service.settings.zone) if at else datetime.now(UTC)
        except ValueError as problem:
            raise typer.BadParameter(str(problem)) from None
        client = WebClient(settings.slack_bot_token, base_url=settings.slack_api_url, retry_handlers=[])
        done = Ticker(service, client).tick(moment)
    print(f"{done.sent:,} reminders sent.")
    for refusal in done.refused:
        print(f"Not sent: {refusal}", file=sys.stderr)
    if done.refused:
        raise typer.Exit(1)


def _moment(text: str, zone: object) -> datetime:
    try:
        day = datetime.fromisoformat(read_date(text))
    except Unreadable:
        return read_moment(text, zone)  # type: ignore[arg-type]
    return datetime.combine(day, time(HOUR), zone)  # type: ignore[arg-type]
