"""What can be said about Article 7 reports."""

from dataclasses import dataclass
from enum import StrEnum

from domain.command import Command
from domain.values import Date, State
from domain.words import FormStatus, ReportKind


class Form(StrEnum):
    """The ten forms of an Article 7 report (CCM/MSP/2010/PM/10)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"
    G = "G"
    H = "H"
    I = "I"  # noqa: E741 - the form's own letter
    J = "J"


@dataclass(frozen=True, kw_only=True)
class FileArticle7Report(Command):
    """A State filed its transparency report for a year."""

    NAME = "file-article7-report"
    DATED_BY = "filed_on"
    EXAMPLE = {
        "state": "XAA",
        "kind": "annual",
        "year": 2024,
        "filed_on": "2025-04-28",
        "forms": {"F": "changed", "I": "changed"},
        "needs": "Survey teams for two districts.",
    }

    state: State
    kind: ReportKind
    year: int
    filed_on: Date
    forms: dict[Form, FormStatus] | None = None
    needs: str | None = None
    url: str | None = None
