"""One way to every workspace: the client that holds its token, and where a written channel is."""

import logging
from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError
from sqlalchemy import Engine

from adapters.settings import Settings
from adapters.workspaces.installed import Installed

if TYPE_CHECKING:
    from adapters.workspaces.installations import Installations


class NotInstalled(SlackClientError):
    """No workspace of that id has installed the bot; or none is named, and there is not exactly one."""


class Workspaces:
    """The tokens of the settings, and of those who installed the bot."""

    def __init__(self, settings: Settings, engine: Engine) -> None:
        self._settings = settings
        self.socket: Callable[[], str | None] = lambda: None
        """What keeps the socket from Slack, where this process holds one; None while it is connected."""
        self.installations = _installations(settings, engine)
        self._client = cache(partial(_client, settings.slack_api_url))

    def client(self, team: str | None, seconds: int) -> WebClient:
        """A client with the token of a workspace, by its id; None or empty: the one that there is.

        It sends nothing twice by itself. Raises NotInstalled.
        """
        return self._client(self.installed(team).token, seconds)

    def without_token(self, seconds: int) -> WebClient:
        """A client to which each call gives its token."""
        return self._client(None, seconds)

    def installed(self, team: str | None, enterprise: str | None = None) -> Installed:
        """The bot in a workspace: what was installed there, else what the settings say. Raises NotInstalled."""
        found = None
        if self.installations:
            found = self.installations.of_team(team or self._only(self.installations), enterprise)
        if found is None and self._settings.slack_bot_token:
            return Installed(team or None, self._settings.slack_bot_token, None)
        if found is None:
            raise NotInstalled(self._missing(team))
        return found

    def problems(self) -> list[str]:
        """What keeps Slack from the record or the record from Slack, naming nobody."""
        cause = self.socket()
        problems = [] if cause is None else [": ".join(filter(None, ("Socket Mode is not connected", cause)))]
        channel = self._settings.slack_channel
        if self.installations and channel:
            try:
                self.installed(place_of(channel)[0])
            except NotInstalled as problem:
                problems.append(f"ICA_SLACK_CHANNEL: {problem}")
        return problems

    def _only(self, installations: "Installations") -> str | None:
        """The one workspace that is meant where none is named: the settings' own, else the only installation."""
        teams = [] if self._settings.slack_bot_token else installations.teams()
        return teams[0] if len(teams) == 1 else None

    def _missing(self, team: str | None) -> str:
        if team:
            return (
                "that workspace has not installed the bot, or has removed it, or ICA_SLACK_CLIENT_SECRET was changed: "
                "visit /slack/install"
            )
        if self.installations and self.installations.teams():
            return "several workspaces have installed the bot: write TEAM/CHANNEL"
        return "no workspace has installed the bot yet: visit /slack/install"


def _client(url: str, token: str | None, seconds: int) -> WebClient:
    return WebClient(token, base_url=url, timeout=seconds, retry_handlers=[], logger=quiet())


def _installations(settings: Settings, engine: Engine) -> "Installations | None":
    if not settings.slack_client_id:
        return None
    from adapters.workspaces.installations import Installations  # noqa: PLC0415 - slow, and seldom needed

    return Installations(settings.slack_client_id, settings.slack_client_secret or "", engine)


def place_of(written: str) -> tuple[str, str]:
    """The workspace, or nothing, and the channel or person of `TEAM/CHANNEL` or `CHANNEL`."""
    team, _, channel = written.rpartition("/")
    return team, channel


def quiet() -> logging.Logger:
    """The SDK logs whole bodies below this level."""
    logger = logging.getLogger("ica.slack")
    logger.setLevel(logging.WARNING)
    return logger
