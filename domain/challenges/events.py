"""Which challenges were reported."""

from domain.fact import Opening


class ChallengeReported(Opening):
    TOPIC = "challenge.reported"
    ABOUT = "A State said what makes its work hard."
    COMMAND = "report-challenge"
    FIXED = ("state",)

    state: str
    challenge: list[str]
    text: str
