"""How a mistake is mended, and how something held back is announced."""

from dataclasses import dataclass, field

from domain.command import Command
from domain.values import Id
from domain.words import Visibility


@dataclass(frozen=True, kw_only=True)
class Correct(Command):
    """A fact was recorded wrongly: say the right values, or retract it. A genuine cut is not a correction."""

    NAME = "correct"
    NAMES_THING = "event_id"
    EXAMPLE = {
        "event_id": "key:first-payment",
        "changes": {"money": {"amount": "410000.00", "currency": "EUR"}},
        "why": "The bank statement says 410,000.",
    }

    event_id: Id
    changes: dict[str, object] | None = None
    retract: bool = False
    why: str


@dataclass(frozen=True, kw_only=True)
class ChangeVisibility(Command):
    """Who may see a fact, or a thing and all that belongs to it, is decided anew."""

    NAME = "change-visibility"
    NAMES_THING = "about"
    EXAMPLE = {"about": "key:multi-year-clearance", "visibility": "public", "why": "Announced at the 13MSP."}

    about: Id
    visibility: Visibility = field()
    why: str
