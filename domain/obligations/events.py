"""What happened to obligations."""

from typing import Any

from domain.fact import Fact, Opening


def obligation_name(state: str, article: int) -> str:
    """The name under which a State's obligations under an article are found."""
    return f"obligation of {state} under article {article}"


class ObligationDeclared(Opening):
    TOPIC = "obligation.declared"
    ABOUT = "A State has an obligation under an article."
    COMMAND = "declare-obligation"
    FIXED = ("state", "article")

    state: str
    article: int
    anchor_on: str | None = None
    figures: dict[str, Any] | None = None

    @property
    def index(self) -> frozenset[str]:
        """Obligations are found by State and article."""
        return frozenset({obligation_name(self.state, self.article)})


class ProgressReported(Fact):
    TOPIC = "progress.reported"
    ABOUT = "A State said what it has done."
    COMMAND = "report-progress"
    FIXED = ("state", "article", "obligation_id")

    figures: dict[str, Any]
    period: str | None = None


class ObligationAssessed(Fact):
    TOPIC = "obligation.assessed"
    ABOUT = "How a deadline looks."
    COMMAND = "assess-obligation"
    FIXED = ("state", "article", "obligation_id")

    outlook: str


class ObligationFulfilled(Fact):
    TOPIC = "obligation.fulfilled"
    ABOUT = "A State declared that it has met its obligation."
    COMMAND = "fulfil-obligation"
    FIXED = ("state", "article", "obligation_id")

    declared_on: str


class ExtensionRequested(Fact):
    TOPIC = "extension.requested"
    ABOUT = "A State asked for more time."
    COMMAND = "request-extension"
    FIXED = ("state", "article", "obligation_id")

    until: str
    lodged_on: str
    meeting_id: str | None = None


class ExtensionDecided(Fact):
    TOPIC = "extension.decided"
    ABOUT = "More time was granted, until a date."
    COMMAND = "decide-extension"
    FIXED = ("state", "article", "obligation_id")

    until: str
    decided_on: str
    decided_by: str
    meeting_id: str | None = None
