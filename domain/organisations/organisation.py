"""One organisation."""

from domain.record import Record


class Organisation(Record):
    """Known by its code and name."""

    TOPIC = "organisation"
