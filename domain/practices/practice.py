"""One practice that a State shared."""

from domain.record import Record


class Practice(Record):
    """Experience, for others to use."""

    TOPIC = "practice"
