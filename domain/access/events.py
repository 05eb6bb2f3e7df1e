"""Who came to use the record, and who no longer does."""

from domain.fact import Fact, Opening


class TokenCreated(Opening):
    TOPIC = "token.created"
    ABOUT = "A bearer token was made; only its digest is stored."
    NAMES = ("token_id",)
    ADMINISTRATIVE = True

    token_id: str
    digest: str
    role: str
    parties: list[str] | None = None
    label: str | None = None
    expires_on: str | None = None

    @property
    def index(self) -> frozenset[str]:
        """Tokens are found by digest, and listed."""
        return frozenset({token_name(self.digest), ALL_TOKENS})


ALL_TOKENS = "tokens"


def token_name(digest: str) -> str:
    """The name under which a token is found."""
    return f"token {digest}"


class TokenRevoked(Fact):
    TOPIC = "token.revoked"
    ABOUT = "A bearer token opens nothing any more."
    ADMINISTRATIVE = True


class PersonLinked(Opening):
    TOPIC = "person.linked"
    ABOUT = "Someone in Slack was given a role."
    ADMINISTRATIVE = True

    slack: str
    role: str
    parties: list[str] | None = None
    from_on: str | None = None
    until: str | None = None

    @property
    def index(self) -> frozenset[str]:
        """Links are found by person, and listed."""
        return frozenset({person_name(self.slack), ALL_PEOPLE})


ALL_PEOPLE = "people"


def person_name(slack: str) -> str:
    """The name under which a person's links are found."""
    return f"person {slack}"


class PersonUnlinked(Fact):
    TOPIC = "person.unlinked"
    ABOUT = "Someone in Slack holds this role no more."
    ADMINISTRATIVE = True
