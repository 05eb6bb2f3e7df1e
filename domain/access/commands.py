"""How tokens and people come to use the record; for administrators."""

from dataclasses import dataclass

from domain.command import Command
from domain.values import Date, Id, Party
from domain.words import Role


@dataclass(frozen=True, kw_only=True)
class CreateToken(Command):
    """A bearer token with one role; only its SHA-256 digest is ever stored."""

    NAME = "create-token"

    role: Role
    digest: str
    parties: tuple[Party, ...] | None = None
    label: str | None = None
    expires_on: Date | None = None


@dataclass(frozen=True, kw_only=True)
class RevokeToken(Command):
    """A token opens nothing any more, at once."""

    NAME = "revoke-token"
    NAMES_THING = "token_id"

    token_id: Id


@dataclass(frozen=True, kw_only=True)
class LinkPerson(Command):
    """Someone in Slack (`TEAM/USER`) holds a role."""

    NAME = "link-person"

    slack: str
    role: Role
    parties: tuple[Party, ...] | None = None
    from_on: Date | None = None
    until: Date | None = None


@dataclass(frozen=True, kw_only=True)
class UnlinkPerson(Command):
    """Someone in Slack holds no role any more."""

    NAME = "unlink-person"

    slack: str
