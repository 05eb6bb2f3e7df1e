"""The Bolt app over a running service; nothing is asked of Slack before the first request is answered."""

import logging
import threading

import structlog
from slack_bolt import App
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient
from slack_sdk.http_retry import RateLimitErrorRetryHandler, RetryHandler

from adapters.settings import Settings
from adapters.slack.desk import ServiceDesk, code_of
from adapters.wiring import Service
from bots.listeners import register

_AT_ONCE, _LATER = 2, 30
"""Seconds to wait for Slack: while somebody waits for us, and when nobody does."""

log = structlog.get_logger(__name__)


def build_bolt(service: Service) -> App:
    """The bot of one workspace, with everything it listens to."""
    settings = service.settings

    def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        """One workspace, one token; who the bot itself is stands in each event."""
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=settings.slack_bot_token)

    app = App(
        name="ica",
        logger=_quiet(),
        client=_client(settings, _AT_ONCE, None),
        authorize=authorize,
        signing_secret=settings.slack_signing_secret,
        process_before_response=True,
        ssl_check_enabled=False,
    )
    later = _client(settings, _LATER, settings.slack_bot_token)
    register(app, ServiceDesk(service))
    threading.Thread(target=_check_token, args=(later,), name="slack-token", daemon=True).start()
    return app


def _client(settings: Settings, seconds: int, token: str | None) -> WebClient:
    """Nothing is sent twice: a call is repeated only where Slack says it came too soon, and nobody waits for it."""
    too_soon: list[RetryHandler] = [RateLimitErrorRetryHandler(max_retry_count=2)] if token else []
    return WebClient(token, base_url=settings.slack_api_url, timeout=seconds, retry_handlers=too_soon, logger=_quiet())


def _quiet() -> logging.Logger:
    """Bolt logs whole bodies below this level."""
    logger = logging.getLogger("ica.slack")
    logger.setLevel(logging.WARNING)
    return logger


def _check_token(client: WebClient) -> None:
    try:
        known = client.auth_test()
    except Exception as problem:  # noqa: BLE001 - whatever it is, the service runs on and says so
        log.error("slack_token_not_accepted", problem=type(problem).__name__, said=code_of(problem))  # noqa: TRY400
    else:
        log.info("slack_connected", team=known["team_id"], bot=known["user_id"])
