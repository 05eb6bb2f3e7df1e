"""What happened to Country Coalitions."""

from domain.fact import Fact, Opening


class CoalitionFormed(Opening):
    TOPIC = "coalition.formed"
    ABOUT = "A State, a lead donor and partners agreed on one goal."
    COMMAND = "form-coalition"
    FIXED = ("state", "lead", "partners")

    state: str
    article: int
    lead: str
    goal: str
    until: str
    partners: list[str] | None = None


class CoalitionJoined(Fact):
    TOPIC = "coalition.joined"
    ABOUT = "A partner joined a coalition."
    COMMAND = "join-coalition"
    FIXED = ("coalition_id", "partner")

    partner: str


class CoalitionLeft(Fact):
    TOPIC = "coalition.left"
    ABOUT = "A partner, or the lead, left a coalition."
    COMMAND = "leave-coalition"
    FIXED = ("coalition_id", "partner")

    partner: str
    why: str | None = None


class CoalitionClosed(Fact):
    TOPIC = "coalition.closed"
    ABOUT = "A coalition ended, with a result."
    COMMAND = "close-coalition"
    FIXED = ("coalition_id",)

    result: str
