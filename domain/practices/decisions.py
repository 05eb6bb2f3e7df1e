"""What follows when a practice is shared."""

from domain.decision import Decision, decides
from domain.memory import Memory
from domain.practices.commands import SharePractice
from domain.practices.events import PracticeShared
from domain.practices.practice import Practice
from domain.said import said


@decides(SharePractice)
def share(command: SharePractice, memory: Memory, _: None) -> Decision:
    """One practice, one record."""
    stream = memory.new_stream(command, "practice")
    practice = Practice.open(PracticeShared, stream, command, memory.at, **said(command))
    return Decision(str(practice.id), (practice,))
