"""`ica export`: a part of the record as a file that says for whose eyes it is."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from adapters.exporters import field, rows
from adapters.wiring import Service
from domain.errors import DomainError
from projections.audience import AUDITORS, COORDINATORS, PUBLIC, STATES_PARTIES, Audience

CLEARANCES: dict[str, Audience] = {
    "public": PUBLIC,
    "states_parties": STATES_PARTIES,
    "coordinators": COORDINATORS,
    "all": AUDITORS,
}


@dataclass(frozen=True)
class Asked:
    """What is to be exported, for whom and of whom or when."""

    service: Service
    clearance: str
    viewer: Audience
    form: str
    party: str | None
    year: int | None


@dataclass(frozen=True)
class Kind:
    """One kind of export: the forms it has, its own first, and how it is written, with the number of its rows."""

    forms: tuple[str, ...]
    write: Callable[[Asked], tuple[bytes, int]]
    clearance: str = "states_parties"
    widest: str = "all"
    """For nobody beyond that circle is there more in it."""


EXPORTS = {
    "history": Kind(
        ("csv", "json", "xlsx"),
        lambda asked: rows.history(asked.service.queries, asked.viewer, asked.party, asked.clearance, asked.form),
    ),
    "log": Kind(
        ("jsonl",),
        lambda asked: rows.log(asked.service.queries, asked.viewer, asked.party, asked.clearance),
        clearance="all",
    ),
    "iati": Kind(
        ("xml",),
        lambda asked: field.iati(asked.service, asked.viewer, asked.party, asked.clearance),
        widest="states_parties",
    ),
    "deadlines": Kind(
        ("ics",), lambda asked: field.deadlines(asked.service, asked.viewer, asked.party, asked.clearance)
    ),
    "overview": Kind(
        ("json", "csv"),
        lambda asked: field.overview(asked.service, asked.viewer, asked.year, asked.clearance, asked.form),
    ),
}


class ExportUnclear(DomainError):
    """Say what is to be exported."""


def write_export(
    service: Service, kind: str, party: str | None, output: Path | None, clearance: str | None, year: int | None = None
) -> int:
    """Write an export and return the number of its rows; raises ExportUnclear."""
    wanted = EXPORTS[kind]
    named = clearance or wanted.clearance
    circles = list(CLEARANCES)
    named = min(named, wanted.widest, key=circles.index)
    form = output.suffix.lstrip(".") if output else wanted.forms[0]
    if form not in wanted.forms:
        raise ExportUnclear(f"{kind} is written as {', '.join(wanted.forms)}: end the file's name so.", "output")
    content, count = wanted.write(Asked(service, named, CLEARANCES[named], form, party, year))
    if output:
        output.write_bytes(content)
    else:
        sys.stdout.buffer.write(content)
    return count
