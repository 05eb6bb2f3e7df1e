"""From which day the record is kept for each subject."""

from collections.abc import Iterable, Iterator
from typing import Any

from domain.coverage.events import CoverageRecorded
from projections.audience import Audience
from projections.described import described
from projections.documents import document_rows
from projections.schema import flag, number, ready_json, text, view
from projections.thing import Thing

VERSION = 3

table = view(
    "coverages",
    text("thing", key=True),
    text("audience", key=True),
    number("position"),
    text("what"),
    flag("retracted"),
    ready_json("document"),
)


def rows(thing: Thing, audiences: tuple[Audience, ...]) -> Iterator[dict[str, Any]]:
    """One row for each word on coverage and audience."""
    return document_rows(thing, audiences, (CoverageRecorded,), document, ("what", "retracted"))


def document(thing: Thing, audience: Audience) -> dict[str, Any]:
    """From which day."""
    return {"id": thing.id, **thing.opening.own_fields(), **described(thing, audience)}


def kept_from(coverages: Iterable[dict[str, Any]], what: str) -> str | None:
    """The day from which the record is kept for a subject; the last word holds, None says from the beginning."""
    days = [each["from_on"] for each in coverages if each["what"] == what]
    return days[-1] if days else None


def before_record(coverages: Iterable[dict[str, Any]], what: str, due_on: str | None) -> bool:
    """Whether something fell due before the record of its subject begins: then nobody is reminded of it."""
    since = kept_from(coverages, what)
    return bool(since and due_on and due_on < since)
