"""The minute's tick: APScheduler only wakes us, the database says what is due and not yet sent."""

from collections.abc import Callable

import structlog
from apscheduler.schedulers.background import BackgroundScheduler
from slack_sdk import WebClient

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

    scheduler.add_job(safely, "interval", minutes=1, coalesce=True, max_instances=1, misfire_grace_time=None)
    scheduler.add_job(safely, misfire_grace_time=None)
    return scheduler


def reminding(service: Service) -> Callable[[], None]:
    """Reminders each minute where Slack is set up; returns what ends them."""
    settings = service.settings
    if not settings.has_slack:
        return lambda: None
    client = WebClient(settings.slack_bot_token, base_url=settings.slack_api_url, retry_handlers=[])
    ticker = Ticker(service, client)
    scheduler = ticking(lambda: ticker.tick(service.now()))
    scheduler.start()

    def end() -> None:
        scheduler.shutdown()

    return end
