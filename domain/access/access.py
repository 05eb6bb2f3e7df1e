"""Tokens and people, and what each may do on a day."""

from domain.access.events import PersonLinked, PersonUnlinked, TokenCreated, TokenRevoked
from domain.actor import Grant
from domain.record import Record
from domain.words import Role


class Token(Record):
    """A bearer token, good until it expires or is revoked."""

    TOPIC = "token"

    @property
    def created(self) -> TokenCreated:
        """Its first fact."""
        assert isinstance(self.facts[0], TokenCreated)
        return self.facts[0]

    @property
    def revoked(self) -> bool:
        """Whether it was taken back."""
        return any(isinstance(fact, TokenRevoked) for fact in self.facts)

    def good_on(self, today: str) -> bool:
        """Whether it opens anything on a day."""
        return not self.revoked and (self.created.expires_on is None or today <= self.created.expires_on)

    @property
    def grant(self) -> Grant:
        """What it opens."""
        return Grant(Role(self.created.role), frozenset(self.created.parties or ()))

    @property
    def actor_id(self) -> str:
        """Who speaks with it: its id, and its label for people."""
        return ":".join(part for part in ("token", self.created.token_id, self.created.label) if part)


class PersonLink(Record):
    """One role of someone in Slack."""

    TOPIC = "person-link"

    @property
    def linked(self) -> PersonLinked:
        """Its first fact."""
        assert isinstance(self.facts[0], PersonLinked)
        return self.facts[0]

    @property
    def unlinked(self) -> bool:
        """Whether it was taken back."""
        return any(isinstance(fact, PersonUnlinked) for fact in self.facts)

    def grant_on(self, today: str) -> Grant | None:
        """The role held on a day; None before, after, or once taken back."""
        link = self.linked
        if self.unlinked or (link.from_on and today < link.from_on) or (link.until and today > link.until):
            return None
        return Grant(Role(link.role), frozenset(link.parties or ()))
