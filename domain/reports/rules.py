"""Which year a report may cover."""

from domain.errors import DomainError


class ReportBeforeItsYear(DomainError):
    """A report covers a year that has begun when it is filed, and none before the Convention of 2008."""

    field = "year"


def check_year(year: int, filed_on: str) -> None:
    """Refuse a report for a year that had not begun, or before the Convention."""
    if not 2008 <= year <= int(filed_on[:4]):
        raise ReportBeforeItsYear
