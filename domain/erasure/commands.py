"""What can be said about a text that must go."""

from dataclasses import dataclass

from domain.command import Command
from domain.values import Id


@dataclass(frozen=True, kw_only=True)
class EraseTexts(Command):
    """The texts and notes of a fact, and of what corrected it, are erased for good; that it was done is kept."""

    NAME = "erase-texts"
    NAMES_THING = "event_id"

    event_id: Id
    why: str
