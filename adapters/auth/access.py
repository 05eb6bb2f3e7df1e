"""Tokens and people as actors, read from the log at every call: what changes holds at once."""

import hashlib
import secrets
from datetime import UTC, datetime
from typing import Any

from adapters.event_store.recorder import LogRecorder
from domain.access.access import PersonLink, Token
from domain.access.events import ALL_TOKENS, person_name, token_name
from domain.actor import Actor, Grant
from domain.coordination import Coordination
from domain.words import Role

PREFIX = "ica_"


class BadToken(Exception):
    """This token is not known, has expired or was revoked."""


def new_secret() -> str:
    """A token nobody can guess; shown once, never stored."""
    return PREFIX + secrets.token_urlsafe(32)


def digest_of(secret: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(secret.encode()).hexdigest()


class Access:
    """Looks up who calls."""

    def __init__(self, coordination: Coordination, recorder: LogRecorder) -> None:
        self._coordination, self._recorder = coordination, recorder

    def by_token(self, secret: str) -> Actor:
        """The actor who holds a token; raises BadToken."""
        memory = self._coordination.memory()
        for token in memory.listed(Token, token_name(digest_of(secret))):
            if token.good_on(memory.today):
                self._recorder.note_token_use(token.created.token_id, datetime.now(UTC))
                return Actor(token.actor_id, (token.grant,))
        raise BadToken("This token is not known, has expired or was revoked.")

    def by_slack(self, team: str, user: str) -> Actor:
        """Someone in Slack, with the roles held today; with none, what is public."""
        memory = self._coordination.memory()
        links = memory.listed(PersonLink, person_name(f"{team}/{user}"))
        grants = tuple(grant for link in links if (grant := link.grant_on(memory.today)))
        return Actor(f"slack:{team}/{user}", grants or (Grant(Role.PUBLIC),))

    def tokens(self) -> list[dict[str, Any]]:
        """One row a token, oldest first."""
        uses = self._recorder.token_uses()
        return [
            {
                "id": token.created.token_id,
                "role": token.created.role,
                "state": ";".join(token.created.parties or ()),
                "label": token.created.label or "",
                "created": token.created.timestamp.isoformat(timespec="seconds"),
                "last used": uses.get(token.created.token_id, ""),
                "expires": "revoked" if token.revoked else token.created.expires_on or "",
            }
            for token in self._coordination.memory().listed(Token, ALL_TOKENS)
        ]
