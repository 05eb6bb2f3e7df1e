"""What follows when access is given or taken back."""

import re
from uuid import uuid5

from domain.access.access import PersonLink, Token
from domain.access.commands import CreateToken, LinkPerson, RevokeToken, UnlinkPerson
from domain.access.events import PersonLinked, PersonUnlinked, TokenCreated, TokenRevoked, person_name
from domain.decision import Decision, decides
from domain.errors import DomainError, UnknownId
from domain.memory import Memory
from domain.said import said
from domain.words import Role, Visibility

_PERSON = re.compile(r"[A-Z0-9]{2,20}/[A-Z0-9]{2,20}\Z")
_SPEAKS_FOR = frozenset({Role.STATE, Role.DONOR})


class RoleNeedsState(DomainError):
    """A state or donor role names its State (a donor may be an organisation); other roles name none."""

    field = "state"


class NotARoleToGive(DomainError):
    """Everybody holds the public role already."""

    field = "role"


class NotASlackPerson(DomainError):
    """Name the person as TEAM/USER, both ids from Slack, such as T0123ABCD/U0456EFGH."""

    field = "slack"


class AlreadyRevoked(DomainError):
    """This token was revoked already."""

    field = "token_id"


@decides(CreateToken)
def create_token(command: CreateToken, memory: Memory, _: None) -> Decision:
    """A token is named by a short id, never by its secret."""
    _check_role(command.role, command.parties)
    stream = memory.new_stream(command, "token")
    token_id = uuid5(stream, "id").hex[:8]
    fields = said(command) | {"token_id": token_id, "visibility": Visibility.COORDINATORS}
    token = Token.open(TokenCreated, stream, command, memory.at, **fields)
    return Decision(token_id, (token,))


@decides(RevokeToken, Token)
def revoke_token(command: RevokeToken, memory: Memory, token: Token) -> Decision:
    """Once, and at once."""
    if token.revoked:
        raise AlreadyRevoked
    token.add(TokenRevoked, command, memory.at)
    return Decision(token.created.token_id, (token,))


@decides(LinkPerson)
def link_person(command: LinkPerson, memory: Memory, _: None) -> Decision:
    """One role more."""
    _check_role(command.role, command.parties)
    if not _PERSON.match(command.slack):
        raise NotASlackPerson
    stream = memory.new_stream(command, "person-link")
    fields = said(command) | {"visibility": Visibility.COORDINATORS}
    link = PersonLink.open(PersonLinked, stream, command, memory.at, **fields)
    return Decision(str(link.id), (link,))


@decides(UnlinkPerson)
def unlink_person(command: UnlinkPerson, memory: Memory, _: None) -> Decision:
    """Every role of this person."""
    links = [link for link in memory.listed(PersonLink, person_name(command.slack)) if not link.unlinked]
    if not links:
        raise UnknownId(f"{command.slack} holds no role.", "slack")
    for link in links:
        link.add(PersonUnlinked, command, memory.at)
    return Decision(str(links[0].id), tuple(links))


def _check_role(role: Role, parties: tuple[str, ...] | None) -> None:
    if role is Role.PUBLIC:
        raise NotARoleToGive
    if (role in _SPEAKS_FOR) != bool(parties):
        raise RoleNeedsState
