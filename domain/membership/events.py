"""What happened between a State and the Convention."""

from domain.fact import Opening


def membership_name(kind: str, state: str) -> str:
    """The name under which a State's act is found."""
    return f"{kind} of {state}"


class ConventionSigned(Opening):
    TOPIC = "convention.signed"
    ABOUT = "A State signed the Convention."
    COMMAND = "record-signature"
    FIXED = ("state",)

    state: str
    signed_on: str

    @property
    def index(self) -> frozenset[str]:
        """One signature a State."""
        return frozenset({membership_name("signature", self.state)})


class ConventionJoined(Opening):
    TOPIC = "convention.joined"
    ABOUT = "A State deposited the act by which it became a party."
    COMMAND = "record-accession"
    FIXED = ("state",)

    state: str
    deposited_on: str
    action: str
    signed_on: str | None = None
    entry_into_force: str | None = None

    @property
    def index(self) -> frozenset[str]:
        """One deposit a State, until it withdraws."""
        return frozenset({membership_name("accession", self.state)})


class WithdrawalNotified(Opening):
    TOPIC = "withdrawal.notified"
    ABOUT = "A State gave notice that it withdraws from the Convention."
    COMMAND = "record-withdrawal"
    FIXED = ("state",)

    state: str
    notified_on: str
    effective_on: str | None = None

    @property
    def index(self) -> frozenset[str]:
        """Withdrawals are found by State."""
        return frozenset({membership_name("withdrawal", self.state)})
