"""Visits to `/slack/install` that have not come back yet."""

from datetime import UTC, datetime

from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore
from sqlalchemy import delete


class States(SQLAlchemyOAuthStateStore):
    """The SDK's store, which forgets those who never came back: anybody may call the address."""

    def issue(self) -> str:
        """A new one, good for one return."""
        with self.engine.begin() as connection:
            over = self.oauth_states.c.expire_at < datetime.now(UTC).replace(tzinfo=None)
            connection.execute(delete(self.oauth_states).where(over))
        return super().issue()
