"""`ica worker`: the views and the reminders of a record that other processes serve."""

import signal
import threading

import typer

from adapters.logs import configure_logs
from adapters.settings import read_settings
from adapters.wiring import running


def add_to(app: typer.Typer) -> None:
    """Add `worker`."""
    app.command("worker")(worker)


def worker() -> None:
    """Keep the views in step with the log, and send reminders, beside web processes on the same database."""
    from adapters.scheduler import reminding  # noqa: PLC0415 - it brings the bot along, which most commands do without

    configure_logs()
    ended = threading.Event()
    for wanted in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wanted, lambda *_: ended.set())
    with running(read_settings()) as service:
        print(f"Following the log in {service.settings.database_name} (stop it with Ctrl-C)", flush=True)
        with reminding(service):
            ended.wait()
