"""What `ica tick` does; loaded by it alone."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.progress import Progress

from adapters.cli.opening import record
from adapters.logs import configure_logs
from adapters.moments import read_moment
from adapters.outbox.sender import Shown
from adapters.posting import PostOffice
from adapters.reminders.tick import HOUR, due_without_slack
from bots import reminder_words
from bots.ways_out import WAYS_OUT
from domain.reading import Unreadable, read_date


def one_pass(at: str | None) -> None:
    """Raises Exit, naming the cause, where Slack refused."""
    configure_logs()
    with record() as service:
        settings = service.settings
        try:
            moment = _moment(at, settings.zone) if at else datetime.now(UTC)
        except ValueError as problem:
            raise typer.BadParameter(str(problem)) from None
        if not settings.has_slack:
            _without_slack(due_without_slack(service, moment))
            return
        office = PostOffice(service)
        office.announcements.begin()
        office.take_in()
        with _progress() as shown:
            done = office.ticker.tick(moment, at_once=True, shown=shown)
        if not settings.slack_channel:
            print("ICA_SLACK_CHANNEL is not set: only those with a route of their own are reminded.", file=sys.stderr)
    print(f"{done.sent:,} reminder{'' if done.sent == 1 else 's'} sent.")
    if done.digests:
        print("The weekly digest was sent.")
    for reminder, error in done.waiting:
        print(f"Not sent to {reminder.channel}: {reminder_words.named(reminder)}: {_cause(error)}", file=sys.stderr)
    for error in done.digests_waiting:
        print(f"Not sent to {settings.slack_channel}: the weekly digest: {_cause(error)}", file=sys.stderr)
    if done.waiting or done.digests_waiting:
        raise typer.Exit(1)


@contextmanager
def _progress() -> Iterator[Shown]:
    """A bar for people: a channel takes about one message a second."""
    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("Sending", total=None)
        yield lambda arrived, waiting: bar.update(task, completed=arrived, total=arrived + waiting or None)


def _cause(error: str | None) -> str:
    return f"{error}: {WAYS_OUT[error]}" if error in WAYS_OUT else error or "Slack was not asked yet"


def _without_slack(due: int) -> None:
    """Fine as long as nobody had to be told."""
    print(
        f"0 reminders sent, {due:,} due: Slack is not set up. Set ICA_SLACK_BOT_TOKEN, ICA_SLACK_SIGNING_SECRET and "
        "ICA_SLACK_CHANNEL.", file=sys.stderr,
    )  # fmt: skip
    if due:
        raise typer.Exit(1)


def _moment(text: str, zone: ZoneInfo) -> datetime:
    try:
        day = datetime.fromisoformat(read_date(text))
    except Unreadable:
        return read_moment(text, zone)
    return datetime.combine(day, time(HOUR), zone)
