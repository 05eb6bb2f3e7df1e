"""What follows when the record's beginning is said."""

from domain.coverage.commands import RecordCoverage
from domain.coverage.coverage import Coverage
from domain.coverage.events import CoverageRecorded
from domain.decision import Decision, decides
from domain.memory import Memory
from domain.said import said


@decides(RecordCoverage)
def record(command: RecordCoverage, memory: Memory, _: None) -> Decision:
    """The last word holds."""
    stream = memory.new_stream(command, "coverage")
    coverage = Coverage.open(CoverageRecorded, stream, command, memory.at, **said(command))
    return Decision(str(coverage.id), (coverage,))
