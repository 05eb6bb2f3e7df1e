"""From which day the record is kept for each subject."""

from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from domain.coverage.events import CoverageRecorded
from projections.audience import Audience
from projections.described import described
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
    """One row for each audience, whoever may see the fact itself: what is not on record is outstanding for nobody."""
    if not isinstance(thing.opening, CoverageRecorded):
        return
    for audience in audiences:
        shown = {"id": thing.id, **thing.opening.own_fields(), **described(thing, audience)}
        yield {
            "thing": thing.id,
            "audience": audience.rows_as,
            "position": thing.position,
            "what": shown["what"],
            "retracted": shown["retracted"],
            "document": orjson.dumps(shown),
        }


def kept_from(coverages: Iterable[dict[str, Any]], what: str) -> str | None:
    """The day from which the record is kept for a subject; the last word holds, None says from the beginning."""
    days = [each["from_on"] for each in coverages if each["what"] == what]
    return days[-1] if days else None


def before_record(coverages: Iterable[dict[str, Any]], what: str, due_on: str | None) -> bool:
    """Whether something fell due before the record of its subject begins: then nobody is reminded of it."""
    since = kept_from(coverages, what)
    return bool(since and due_on and due_on < since)
