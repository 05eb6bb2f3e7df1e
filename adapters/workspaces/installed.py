"""One workspace, as the bot is there."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Installed:
    """The bot in one workspace, and its token there."""

    team: str | None
    token: str
    bot_user: str | None
