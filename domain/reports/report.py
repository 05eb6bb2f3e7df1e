"""One Article 7 report of one State."""

from domain.record import Record


class Article7Report(Record):
    """The initial report, or that of one year."""

    TOPIC = "article7-report"
