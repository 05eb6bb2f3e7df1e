"""What Slack sends and nobody listens to, and what went wrong on the way to an answer."""

from typing import Any

import structlog
from slack_bolt import App, BoltResponse
from slack_bolt.error import BoltUnhandledRequestError

from bots import messages
from bots.listeners.commands import COMMAND

log = structlog.get_logger(__name__)


def add_to(app: App) -> None:
    """Slack counts anything but 200 as a failure: it sends again, and tells people that the bot is broken."""

    @app.error
    def failed(error: Exception, body: dict[str, Any]) -> BoltResponse | None:
        if not isinstance(error, BoltUnhandledRequestError):
            log.error("slack_not_answered", problem=type(error).__name__, exc_info=error)
            return None
        log.info("slack_not_heard", kind=str((body.get("event") or {}).get("type") or body.get("type") or "command"))
        if "command" in body:
            told = messages.ephemeral(messages.told(messages.NO_SUCH_COMMAND.format(COMMAND)))
            return BoltResponse(status=200, body=told)
        return BoltResponse(status=200, body="")
