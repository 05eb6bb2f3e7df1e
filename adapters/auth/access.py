"""Bearer tokens and people in Slack as actors."""

import hashlib
import secrets
from collections.abc import Callable
from datetime import UTC, datetime

from adapters.event_store.lookups import LogLookups
from domain.access import register
from domain.actor import Actor
from domain.coordination import Coordination

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

    def __init__(
        self,
        coordination: Coordination,
        recorder: LogLookups,
        aside: Callable[[Callable[[], None]], None] = lambda note: note(),
    ) -> None:
        self._coordination, self._recorder, self._aside = coordination, recorder, aside
        self._noted: dict[str, str] = {}

    def by_token(self, secret: str) -> Actor:
        """The actor who holds a token; raises BadToken."""
        held = register.token_holder(self._coordination.memory(), digest_of(secret))
        if held is None:
            raise BadToken("This token is not known, has expired or was revoked.")
        token_id, actor = held
        self._note_use(token_id)
        return actor

    def _note_use(self, token_id: str) -> None:
        """Once a minute, and aside: whoever reads must not wait for those who write."""
        now = datetime.now(UTC)
        minute = now.isoformat(timespec="minutes")
        if self._noted.get(token_id) != minute:
            self._noted[token_id] = minute
            self._aside(lambda: self._recorder.note_token_use(token_id, now))

    def by_slack(self, team: str, user: str) -> Actor:
        """Someone in Slack, with the roles held today; with none, what is public."""
        return register.person(self._coordination.memory(), f"{team}/{user}")

    def tokens(self) -> list[dict[str, str]]:
        """One row a token, oldest first."""
        uses = self._recorder.token_uses()
        return [row | {"last used": uses.get(row["id"], "")} for row in register.tokens(self._coordination.memory())]
