"""One act of a State towards the Convention."""

from domain.record import Record


class Membership(Record):
    """A signature, a deposit or a withdrawal."""

    TOPIC = "membership"

    def repeats(self, other: Record) -> bool:  # noqa: ARG002 - its name alone decides
        """An act of a State is not on record twice, unless it was when it was recorded."""
        return True
