"""What follows when an Article 7 report is filed."""

from domain.decision import Decision, decides
from domain.errors import DomainError
from domain.memory import Memory
from domain.reports.commands import FileArticle7Report
from domain.reports.events import ReportFiled, report_name
from domain.reports.report import Article7Report
from domain.reports.rules import check_year
from domain.said import said


class ReportAlreadyFiled(DomainError):
    """This report is already on record: correct it, or retract it first."""

    field = "year"


@decides(FileArticle7Report)
def file(command: FileArticle7Report, memory: Memory, _: None) -> Decision:
    """A State's report for a year is filed once."""
    check_year(command.year, command.filed_on)
    name = report_name(command.state, command.kind, command.year)
    for earlier in memory.listed(Article7Report, name):
        if earlier.opening.counts:
            known = earlier.opening.seen_by_actor(command.by)
            where = f" (event {earlier.opening.recorded.event_id})" if known else ""
            raise ReportAlreadyFiled(f"The {name} is already on record{where}: correct it, or retract it first.")
    stream = memory.new_stream(command, "article7-report")
    report = Article7Report.open(ReportFiled, stream, command, memory.at, **said(command))
    return Decision(str(report.id), (report,))
