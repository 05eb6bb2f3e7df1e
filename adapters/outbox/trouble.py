"""What Slack refuses for good is told: to whoever waits for it, and once for each cause to the Coordinators."""

from dataclasses import asdict

from sqlalchemy import Connection, or_, update

from adapters.outbox import inbox
from adapters.outbox.outbox import drop
from adapters.outbox.post import ALERT, FOR_SOMEBODY, NOTICE, Outgoing, Post
from adapters.outbox.tables import posts
from adapters.outbox.wire import Clients
from adapters.workspaces import NotInstalled, place_of
from bots import messages

OF_THE_TOKEN = frozenset({
    "invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive", "missing_scope",
    "not_installed", "team_access_not_granted", "org_login_required",
})  # fmt: skip
"""Causes that concern all channels of a workspace alike."""
NOT_THERE = frozenset({"not_in_channel", "channel_not_found", "expired_url", "used_url", "invalid_url"})
"""What concerns nobody but whoever asked."""


class Trouble:
    """`common` is the Coordinators' channel, if there is one."""

    def __init__(self, clients: Clients, common: str | None) -> None:
        self._clients, self._common = clients, common

    def told(self, connection: Connection, message: Outgoing, error: str, now: float) -> bool:
        """Tell who has to know; whether the message itself is over by that."""
        person = message.person if message.kind != NOTICE else None
        over = message.kind in FOR_SOMEBODY and error not in OF_THE_TOKEN
        if over and person and person != message.channel:
            words = messages.not_posted(message.conversation, error)
            told = Post(f"{NOTICE}:{message.id}", NOTICE, person, asdict(words), None, person, message.workspace)
            inbox.put(connection, [told], now)
        if not (over and person and error in NOT_THERE):
            self._alert(connection, message, error, now)
        if over:
            drop(connection, message)
        return over

    def over(self, connection: Connection, message: Outgoing) -> None:
        """What was refused before is taken now: refused again, that is news; and what the same held back may go."""
        if message.error:
            inbox.forget(connection, _cause(message, message.error))
        row = posts.c
        same = or_(row.channel == message.channel, row.error.in_(OF_THE_TOKEN))
        held_back = update(posts).where(
            row.workspace == message.workspace, row.lasting, row.message != message.id, same
        )
        connection.execute(held_back.values(not_before=0.0))

    def _alert(self, connection: Connection, message: Outgoing, error: str, now: float) -> None:
        if not self._common or self._common == message.channel or message.kind == ALERT:
            return
        if error in OF_THE_TOKEN and self._is_common(message.team):
            return  # once the alert could be posted it would be no news
        cause = _cause(message, error)
        if inbox.first(connection, cause):
            words = messages.alert(None if error in OF_THE_TOKEN else message.conversation, error)
            inbox.put(connection, [Post(f"{cause}:{message.id}", ALERT, self._common, asdict(words))], now)

    def _is_common(self, workspace: str) -> bool:
        """Whether a workspace is written to with the token of the Coordinators' channel."""
        try:
            return self._clients(workspace).token == self._clients(place_of(self._common or "")[0]).token
        except NotInstalled:
            return False


def _cause(message: Outgoing, error: str) -> str:
    where = "" if error in OF_THE_TOKEN else message.channel
    return f"{ALERT}:{message.workspace}:{where}:{error}"
