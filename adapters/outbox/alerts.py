"""What Slack refuses for good is told to the Coordinators, unless it was mended before they could be told."""

from sqlalchemy import select

from adapters.outbox.outbox import Outbox
from adapters.outbox.post import ALERT, Outgoing, Plain
from adapters.outbox.tables import posts
from bots.desk import Message

OF_THE_TOKEN = frozenset({
    "invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive", "missing_scope",
    "not_installed", "team_access_not_granted", "org_login_required",
})  # fmt: skip
"""Causes that concern all channels of a workspace alike, often also the one where the alert would stand."""


class Alerts(Plain):
    """Implements adapters.outbox.post.Kind."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox

    def compose(self, message: Outgoing) -> Message | None:
        """Of a token that was mended meanwhile nobody has to hear."""
        (content,) = message.contents
        if content["error"] in OF_THE_TOKEN and not self._still(content["error"]):
            return None
        return super().compose(message)

    def _still(self, error: str) -> bool:
        row = posts.c
        refused = select(row.key).where(row.error == error, row.lasting, row.kind != ALERT).limit(1)
        with self._outbox.reading() as connection:
            return connection.scalar(refused) is not None
