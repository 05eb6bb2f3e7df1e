"""The minute's tick: APScheduler only wakes us, the database says what is due and not yet taken in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import structlog
from apscheduler.schedulers.background import BackgroundScheduler

from adapters.posting import sending
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
    """Reminders each minute, and all else that waits, where Slack is set up."""
    if not service.settings.has_slack:
        yield
        return
    with sending(service) as office:

        def tick() -> None:
            office.ticker.take_in(service.now())
            service.bell.ring()

        scheduler = ticking(tick)
        scheduler.start()
        try:
            yield
        finally:
            scheduler.shutdown()
