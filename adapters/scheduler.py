"""The minute's tick: APScheduler only wakes us, the database says what is due and not yet sent."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import structlog
from apscheduler.schedulers.background import BackgroundScheduler

from adapters.reminders.sending import slack_client
from adapters.reminders.tick import Ticker
from adapters.wiring import Service

log = structlog.get_logger(__name__)


def ticking(tick: Callable[[], object]) -> BackgroundScheduler:
    """A scheduler that calls `tick` at once and then each minute, never twice at a time, however late it is."""
    scheduler = BackgroundScheduler(timezone="UTC")

    def safely() -> None:
        try:
            tick()
        except Exception as problem:
            log.exception("tick_failed", kind=type(problem).__name__)

    scheduler.add_job(
        safely, "interval", minutes=1, next_run_time=datetime.now(UTC), coalesce=True, max_instances=1,
        misfire_grace_time=None,
    )  # fmt: skip
    return scheduler


@contextmanager
def reminding(service: Service) -> Iterator[None]:
    """Reminders each minute where Slack is set up; a pass that waits for Slack is not waited for."""
    if not service.settings.has_slack:
        yield
        return
    ended = threading.Event()
    ticker = Ticker(service, slack_client(service.settings), pause=ended.wait, ended=ended.is_set)
    scheduler = ticking(lambda: None if ended.is_set() else ticker.tick(service.now()))
    scheduler.start()
    try:
        yield
    finally:
        ended.set()
        scheduler.shutdown()
