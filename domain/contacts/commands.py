"""What can be said about contacts with donors."""

from dataclasses import dataclass

from domain.command import Command
from domain.values import Date, Party, State
from domain.words import ContactKind


@dataclass(frozen=True, kw_only=True)
class RecordContact(Command):
    """A briefing, letter, bilateral talk or visit that kept a donor informed about a State."""

    NAME = "record-contact"
    DATED_BY = "on"
    EXAMPLE = {
        "state": "XAA",
        "donor": "XBB",
        "kind": "briefing",
        "on": "2025-02-11",
        "text": "Survey results of the northern districts.",
    }

    state: State
    donor: Party
    kind: ContactKind
    on: Date
    text: str | None = None
