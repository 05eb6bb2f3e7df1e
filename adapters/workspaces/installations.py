"""Who installed the bot by OAuth: the SDK's own stores, in the record's database."""

import logging
from datetime import UTC, datetime

from sqlalchemy import Engine, and_, delete, desc, inspect, select

from adapters.workspaces.installed import Installed
from adapters.workspaces.sealed import Seal, SealedStore
from adapters.workspaces.states import States

STATE_SECONDS = 600
"""How long somebody may take between `/slack/install` and coming back."""
BELIEVED = 86_400
"""Seconds: Slack repeats an event for hours, not for a day; a time before that is no time of it."""
CLOCKS_APART = 5
"""Seconds by which Slack's clock and ours may differ."""


class Installations:
    """`store` keeps them; `states` are the visits to `/slack/install` that have not come back yet."""

    def __init__(self, client_id: str, client_secret: str, engine: Engine) -> None:
        logger = logging.getLogger("ica.slack")
        writing = engine.execution_options(writes=True, beside=True)
        self._reading, self._writing = engine, writing
        self.store = SealedStore(client_id, writing, logger=logger)
        self._seal = self.store.seal = Seal(client_secret)
        self.states = States(STATE_SECONDS, writing, logger=logger)
        self._mine = self.store.bots.c.client_id == client_id
        if not inspect(engine).has_table(self.states.oauth_states.name):
            with writing.begin() as connection:
                self.store.metadata.create_all(connection)
                self.states.metadata.create_all(connection)

    def of_team(self, team: str | None, enterprise: str | None = None) -> Installed | None:
        """The bot of a workspace; else of the organisation that installed it for all of its workspaces."""
        bot = self.store.bots.c
        of_organisation = and_(bot.team_id.is_(None), bot.enterprise_id == enterprise)
        for place in [bot.team_id == team] * bool(team) + [of_organisation] * bool(enterprise):
            query = select(bot.team_id, bot.bot_token, bot.bot_user_id).where(self._mine, place)
            with self._reading.connect() as connection:
                row = connection.execute(query.order_by(desc(bot.installed_at), desc(bot.id)).limit(1)).first()
            if row and (token := self._seal.opened(row.bot_token or "")):
                return Installed(row.team_id, token, row.bot_user_id)
        return None

    def teams(self) -> list[str]:
        """The workspaces that have the bot, by their ids."""
        bot = self.store.bots.c
        with self._reading.connect() as connection:
            query = select(bot.team_id).where(self._mine, bot.team_id.is_not(None)).distinct()
            return sorted(connection.scalars(query))

    def removed(self, team: str | None, enterprise: str | None, told_at: float) -> None:
        """A workspace has removed the bot; what was installed after Slack told so stays."""
        now = datetime.now(UTC).timestamp()
        until = told_at + CLOCKS_APART if now - told_at < BELIEVED else now
        last = datetime.fromtimestamp(until, UTC).replace(tzinfo=None)
        with self._writing.begin() as connection:
            for table in (self.store.bots, self.store.installations):
                column = table.c
                place = (
                    column.team_id == team
                    if team
                    else and_(column.team_id.is_(None), column.enterprise_id == enterprise)
                )
                mine = column.client_id == self.store.client_id
                connection.execute(delete(table).where(mine, place, column.installed_at <= last))
