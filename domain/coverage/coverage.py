"""From which day the record is kept for one subject."""

from domain.record import Record


class Coverage(Record):
    """Said anew where it changes; the last word holds."""

    TOPIC = "coverage"
