"""Which Article 7 reports were filed."""

from domain.fact import Opening


class ReportFiled(Opening):
    TOPIC = "report.filed"
    ABOUT = "A State filed an Article 7 report."
    COMMAND = "file-article7-report"
    FIXED = ("state", "kind", "year")

    state: str
    kind: str
    year: int
    filed_on: str
    forms: dict[str, str] | None = None
    needs: str | None = None
    url: str | None = None

    @property
    def index(self) -> frozenset[str]:
        """Reports are found by State, kind and year."""
        return frozenset({report_name(self.state, self.kind, self.year)})


def report_name(state: str, kind: str, year: int) -> str:
    """The name under which a State's report for a year is found."""
    return f"{kind} article 7 report of {state} for {year}"
