"""Article 7 reports that were filed."""

from collections.abc import Iterator
from typing import Any

from domain.reports.events import ReportFiled
from projections.audience import Audience
from projections.described import described
from projections.documents import document_rows
from projections.schema import flag, number, ready_json, text, view
from projections.thing import Thing

VERSION = 2

table = view(
    "reports",
    text("thing", key=True),
    text("audience", key=True),
    number("position"),
    text("state"),
    text("kind"),
    number("year"),
    flag("retracted"),
    ready_json("document"),
    indexes=(("state",),),
)


def rows(thing: Thing, audiences: tuple[Audience, ...]) -> Iterator[dict[str, Any]]:
    """One row for each report and audience."""
    return document_rows(thing, audiences, (ReportFiled,), document, ("state", "kind", "year", "retracted"))


def document(thing: Thing, audience: Audience) -> dict[str, Any]:
    """One report."""
    return {"id": thing.id, **thing.opening.own_fields(), **described(thing, audience)}
