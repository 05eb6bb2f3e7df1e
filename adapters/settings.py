"""Settings from the environment and a `.env` file; half a set of them is a start-up error, not a surprise later."""

import re
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from adapters.whole_sets import unfinished

_PLACE = re.compile(r"(?:[A-Z0-9]+/)?[^\s/]+\Z")


class SettingsError(Exception):
    """The service cannot start as it is set up; the text says what to change."""


class Settings(BaseSettings):
    """What can be set, by `ICA_` and the name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix="ICA_", env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True
    )

    database_url: str = "sqlite:///ica.db"
    database_owner_url: str | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    base_url: str = "http://127.0.0.1:8000"
    timezone: str = "Europe/Zurich"
    slack_bot_token: str | None = None
    slack_signing_secret: str | None = None
    slack_app_token: str | None = None
    slack_client_id: str | None = None
    slack_client_secret: str | None = None
    slack_api_url: str = "https://slack.com/api/"
    slack_channel: str | None = None

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError(f"{value!r} is not a time zone: use a name such as Europe/Zurich") from None
        return value

    @model_validator(mode="after")
    def _whole_sets(self) -> "Settings":
        self._check_slack()
        _check_address("ICA_DATABASE_URL", self.database_url)
        if self.database_owner_url:
            _check_address("ICA_DATABASE_OWNER_URL", self.database_owner_url)
        if self.database_url.removeprefix("sqlite:///") in {"", ":memory:"}:
            raise ValueError("ICA_DATABASE_URL names no file: use sqlite:///ica.db")
        if self.database_owner_url and "sqlite" in {self.database_kind, kind_of(self.database_owner_url)}:
            raise ValueError("ICA_DATABASE_OWNER_URL goes with a PostgreSQL ICA_DATABASE_URL: leave it out on SQLite")
        return self

    def _check_slack(self) -> None:
        names = ("bot_token", "signing_secret", "app_token", "client_id", "client_secret")
        lacking = unfinished([f"ICA_SLACK_{name.upper()}" for name in names if getattr(self, f"slack_{name}")])
        if lacking:
            raise ValueError("\n".join(lacking))
        for name, token, wrong in (("BOT", self.slack_bot_token, "xapp-"), ("APP", self.slack_app_token, "xoxb-")):
            if token and token.startswith(wrong):
                raise ValueError(f"ICA_SLACK_{name}_TOKEN holds the other token: the bot's is xoxb-…, the app's xapp-…")
        if self.slack_channel and not _PLACE.match(self.slack_channel):
            raise ValueError(
                "ICA_SLACK_CHANNEL is a channel's id, such as C0123456789; where there are several workspaces, the "
                "workspace's id before it: T0123456789/C0123456789"
            )

    @property
    def zone(self) -> ZoneInfo:
        """Where the day begins and ends."""
        return ZoneInfo(self.timezone)

    @property
    def database_kind(self) -> str:
        """`sqlite` or `postgresql`."""
        return kind_of(self.database_url)

    @property
    def database_path(self) -> Path:
        """The SQLite file."""
        return Path(self.database_url.removeprefix("sqlite:///"))

    @property
    def database_name(self) -> str:
        """What people are told: the file, or the address without its password."""
        if self.database_kind == "sqlite":
            return str(self.database_path)
        return make_url(self.database_url).set(drivername="postgresql").render_as_string(hide_password=True)

    @property
    def has_slack(self) -> bool:
        """Whether the bot is on."""
        return bool(self.slack_bot_token) or self.has_oauth

    @property
    def has_oauth(self) -> bool:
        """Whether workspaces may install the bot by themselves."""
        return bool(self.slack_client_id)


def kind_of(url: str) -> str:
    """`sqlite` or `postgresql`, where the address is sound."""
    return urlsplit(url).scheme.partition("+")[0]


def _check_address(setting: str, url: str) -> None:
    kind = urlsplit(url).scheme
    if not url.startswith("sqlite:///") and kind not in {"postgresql", "postgresql+psycopg"}:
        raise ValueError(
            f"{setting} {kind}://… is not supported: use sqlite:///ica.db or postgresql://USER:PASSWORD@HOST/DATABASE"
        )
    try:
        named = make_url(url).database
    except (ArgumentError, ValueError):
        named = None
    if not named:
        raise ValueError(
            f"{setting} names no database: use sqlite:///ica.db or postgresql://USER:PASSWORD@HOST/DATABASE"
        )


def read_settings(**given: object) -> Settings:
    """The settings, or a SettingsError with a line for each that is wrong."""
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as problem:
        lines = [
            " ".join(filter(None, ("".join(f"ICA_{str(part).upper()}:" for part in error["loc"]), error["msg"])))
            for error in problem.errors()
        ]
        raise SettingsError("\n".join(lines).replace("Value error, ", "")) from None
    except (OSError, UnicodeDecodeError) as problem:
        raise SettingsError(f"The file .env cannot be read: {problem}.") from None
