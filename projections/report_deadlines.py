"""When Article 7 reports are due: the first 180 days after entry into force, then every 30 April."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date

from domain.treaty_clock import annual_report_due, first_year_reported, initial_report_due


@dataclass(frozen=True)
class ReportDue:
    """One report that a State owes; `year` is the year it covers."""

    kind: str
    year: int
    on: str
    basis: str


def report_deadlines(in_force: date, today: date) -> Iterator[ReportDue]:
    """The initial report, every annual one that has fallen due, and the next."""
    first = initial_report_due(in_force)
    yield ReportDue(
        "initial", first.year, first.isoformat(), f"180 days after entry into force on {in_force} (Article 7(1))"
    )
    year = first_year_reported(in_force)
    while True:
        due = annual_report_due(year)
        yield ReportDue("annual", year, due.isoformat(), f"30 April for the year {year} (Article 7(2))")
        if due >= today or due.year == MAXYEAR:
            return
        year += 1
