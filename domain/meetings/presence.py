"""Who was there, and how many: a number beside a list is never below it."""

from typing import Any

from domain.meetings.errors import NegativeParticipants


def check_presence(said: Any) -> None:
    """The same for a command and for a meeting as a correction would leave it."""
    if said.participants is not None and said.participants < len(set(said.attended or ())):
        raise NegativeParticipants
