"""What follows when a challenge is reported."""

from domain.challenges.commands import ReportChallenge
from domain.challenges.events import ChallengeReported
from domain.challenges.reported import ReportedChallenge
from domain.decision import Decision, decides
from domain.memory import Memory
from domain.said import said


@decides(ReportChallenge)
def report(command: ReportChallenge, memory: Memory, _: None) -> Decision:
    """One report, one record."""
    stream = memory.new_stream(command, "challenge")
    challenge = ReportedChallenge.open(ChallengeReported, stream, command, memory.at, **said(command))
    return Decision(str(challenge.id), (challenge,))
