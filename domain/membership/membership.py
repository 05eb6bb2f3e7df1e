"""One act of a State towards the Convention."""

from domain.record import Record


class Membership(Record):
    """A signature, a deposit or a withdrawal."""

    TOPIC = "membership"
