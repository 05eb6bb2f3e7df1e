"""What can be said about how far back the record goes."""

from dataclasses import dataclass

from domain.command import Command
from domain.values import Date
from domain.words import CoverageSubject


@dataclass(frozen=True, kw_only=True)
class RecordCoverage(Command):
    """From which day the record is kept for a subject: before it nothing is outstanding, and nobody is reminded."""

    NAME = "record-coverage"
    EXAMPLE = {"what": "article7", "from_on": "2024-01-01"}

    what: CoverageSubject
    from_on: Date
