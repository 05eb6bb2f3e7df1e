"""Who holds what: tokens and people as actors, read from the log at every call, so that what changes holds at once."""

from collections.abc import Iterator

from domain.access.access import PersonLink, Token
from domain.access.events import ALL_TOKENS, person_name, token_name
from domain.actor import Actor, Grant
from domain.memory import Memory
from domain.words import Role


def token_holder(memory: Memory, digest: str) -> tuple[str, Actor] | None:
    """The id and actor of a token that is good today; None where there is none."""
    for token in memory.listed(Token, token_name(digest)):
        if token.good_on(memory.today):
            return token.created.token_id, Actor(token.actor_id, (token.grant,))
    return None


def person(memory: Memory, slack: str) -> Actor:
    """Someone in Slack (`TEAM/USER`), with the roles held today; with none, what is public."""
    links = memory.listed(PersonLink, person_name(slack))
    grants = tuple(grant for link in links if (grant := link.grant_on(memory.today)))
    return Actor(f"slack:{slack}", grants or (Grant(Role.PUBLIC),))


def tokens(memory: Memory) -> Iterator[dict[str, str]]:
    """One row a token, oldest first; never its secret."""
    for token in memory.listed(Token, ALL_TOKENS):
        created = token.created
        yield {
            "id": created.token_id,
            "role": created.role,
            "state": ";".join(created.parties or ()),
            "label": created.label or "",
            "created": created.timestamp.isoformat(timespec="seconds"),
            "expires": "revoked" if token.revoked else created.expires_on or "",
        }
