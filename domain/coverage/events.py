"""From which day the record is kept."""

from domain.fact import Opening


class CoverageRecorded(Opening):
    TOPIC = "coverage.recorded"
    ABOUT = "From which day the record is kept for a subject."
    COMMAND = "record-coverage"

    what: str
    from_on: str
