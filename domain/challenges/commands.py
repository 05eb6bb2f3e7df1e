"""What can be said about challenges."""

from dataclasses import dataclass

from domain.command import Command
from domain.values import State
from domain.words import Challenge


@dataclass(frozen=True, kw_only=True)
class ReportChallenge(Command):
    """A State says what makes its work hard: one or more of the Coordinators' words, and its own."""

    NAME = "report-challenge"
    EXAMPLE = {
        "state": "XAA",
        "challenge": ["funding", "geography_and_climate"],
        "text": "The northern districts can be reached four months a year.",
    }

    state: State
    challenge: tuple[Challenge, ...]
    text: str
