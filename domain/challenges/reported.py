"""One report of what makes a State's work hard."""

from domain.record import Record


class ReportedChallenge(Record):
    """Stands as it was said."""

    TOPIC = "challenge"
