"""One Article 7 report of one State."""

from domain.fact import Fact
from domain.record import Record
from domain.reports.events import ReportFiled
from domain.reports.rules import check_year


class Article7Report(Record):
    """The initial report, or that of one year."""

    TOPIC = "article7-report"

    def check_correction(self, before: Fact, after: Fact | None) -> None:  # noqa: ARG002 - the new words alone decide
        """Refuse a day of filing before the year that the report covers."""
        if isinstance(after, ReportFiled):
            check_year(after.year, after.filed_on)

    def repeats(self, other: Record) -> bool:  # noqa: ARG002 - its name alone decides
        """A State's report of a kind and a year is on record once."""
        return True
