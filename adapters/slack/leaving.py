"""A workspace that removes the bot, or takes its token away, is forgotten."""

from typing import Any

import structlog
from slack_bolt import App, BoltContext

from adapters.workspaces import Workspaces

log = structlog.get_logger(__name__)


def register(app: App, workspaces: Workspaces | None) -> None:
    """Add what Slack tells of it; a service without OAuth has one token, and can only say so."""

    @app.event("app_uninstalled")
    def uninstalled(body: dict[str, Any], context: BoltContext) -> None:
        _forgotten(workspaces, body, context)

    @app.event("tokens_revoked")
    def revoked(body: dict[str, Any], context: BoltContext) -> None:
        if (body["event"].get("tokens") or {}).get("bot"):
            _forgotten(workspaces, body, context)


def _forgotten(workspaces: Workspaces | None, body: dict[str, Any], context: BoltContext) -> None:
    log.warning("slack_removed_the_bot", team=context.team_id, told=body["event"]["type"])
    if workspaces and workspaces.installations:
        workspaces.installations.removed(context.team_id, context.enterprise_id, float(body.get("event_time") or 0))
