"""The Bolt app over a running service; nothing is asked of Slack before the first request is answered."""

import threading
from collections.abc import Callable
from typing import Any

import structlog
from slack_bolt import App, BoltContext, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from sqlalchemy.exc import DBAPIError

from adapters.slack import leaving, unheard
from adapters.slack.desk import ServiceDesk, code_of
from adapters.wiring import Service
from adapters.workspaces import NotInstalled, Workspaces, quiet
from bots.desk import asker
from bots.listeners import register
from bots.questions import warm
from domain.errors import RecordUnavailable
from projections.audience import PUBLIC

AT_ONCE, _LATER = 2, 30
"""Seconds to wait for Slack: while somebody waits for us, and when nobody does."""

log = structlog.get_logger(__name__)


def build_bolt(service: Service) -> App:
    """The bot, with everything it listens to, for both ways in which Slack reaches it."""
    settings, workspaces = service.settings, service.workspaces

    def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        """Each workspace has its token; without OAuth there is one, and who the bot is stands in each event."""
        try:
            there = workspaces.installed(team_id, enterprise_id)
        except NotInstalled:
            return None
        except (RecordUnavailable, DBAPIError):
            # whoever asks is told so by what cannot be read for want of the same database
            return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id)
        return AuthorizeResult(
            enterprise_id=enterprise_id, team_id=team_id, bot_token=there.token, bot_user_id=there.bot_user
        )

    app = App(
        name="ica",
        logger=quiet(),
        client=workspaces.without_token(AT_ONCE),
        before_authorize=_whose_message,
        authorize=authorize,  # type: ignore[arg-type] # None: nothing is installed there
        signing_secret=settings.slack_signing_secret or "",
        process_before_response=True,
        raise_error_for_unhandled_request=True,
        ssl_check_enabled=False,
        user_facing_authorize_error_message=(
            f"This workspace has not installed the bot, or has removed it: {settings.base_url}/slack/install"
        ),
    )
    unheard.add_to(app)
    desk = ServiceDesk(service)
    warm(asker(desk, PUBLIC))  # the first question waits for nothing
    register(app, desk)
    leaving.register(app, workspaces)
    if settings.slack_bot_token:
        threading.Thread(target=_check_token, args=(workspaces,), name="slack-token", daemon=True).start()
    return app


def _whose_message(body: dict[str, Any], context: BoltContext, next: Callable[[], BoltResponse]) -> BoltResponse:  # noqa: A002 - Bolt's name
    """In a shared channel whoever presses a button may be of a workspace without the bot: the message is of ours."""
    if body.get("type") == "block_actions" and (team := (body.get("message") or {}).get("team")):
        context["team_id"] = team
    return next()


def _check_token(workspaces: Workspaces) -> None:
    try:
        known = workspaces.client(None, _LATER).auth_test()
    except Exception as problem:  # noqa: BLE001 - whatever it is, the service runs on and says so
        log.error("slack_token_not_accepted", problem=type(problem).__name__, said=code_of(problem))  # noqa: TRY400
    else:
        log.info("slack_connected", team=known["team_id"], bot=known["user_id"])
