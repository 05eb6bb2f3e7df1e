"""Facts about facts: a correction, a retraction, a change of who may see."""

from typing import Any

from domain.fact import Fact


class FactCorrected(Fact):
    """Acts through `known_at` alone: it carries the corrected fact's `occurred_on`."""

    TOPIC = "fact.corrected"
    ABOUT = "A fact was recorded wrongly and is put right."
    BELONGS_TO = "corrects"
    ERASABLE = ("note", "changes.note", "changes.text")

    corrects: str
    changes: dict[str, Any]
    why: str


class FactRetracted(Fact):
    """The fact never was: it counts nowhere, and stays visible as retracted."""

    TOPIC = "fact.retracted"
    ABOUT = "A fact should not have been recorded and counts no longer."
    BELONGS_TO = "corrects"

    corrects: str
    why: str


class TextsErased(Fact):
    """The keys of these facts' texts are gone since this fact was stored; all else of them stands."""

    TOPIC = "texts.erased"
    ABOUT = "Texts or notes were erased for good; the record of what happened stands."
    BELONGS_TO = "about"

    about: str
    erased: list[str]
    why: str

    @property
    def erases(self) -> tuple[str, ...]:
        """The facts whose keys go with this one."""
        return tuple(self.erased)


class VisibilityChanged(Fact):
    """`about` is the thing's id, then all that belongs to it follows, or the id of one fact."""

    TOPIC = "visibility.changed"
    ABOUT = "Something held back was announced, or the circle that may see it narrowed."
    BELONGS_TO = "about"

    about: str
    seen_by: str
    why: str
