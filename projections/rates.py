"""Exchange rates to US dollars, each with its day and source."""

from collections.abc import Iterator
from typing import Any

import orjson

from domain.rates.events import RateRecorded
from projections.audience import Audience
from projections.described import described
from projections.schema import number, ready_json, text, view
from projections.thing import Thing

VERSION = 2

table = view(
    "rates",
    text("thing", key=True),
    text("audience", key=True),
    number("position"),
    text("currency"),
    text("on"),
    text("usd_rate"),
    ready_json("document"),
    indexes=(("currency", "on"),),
)


def rows(thing: Thing, audiences: tuple[Audience, ...]) -> Iterator[dict[str, Any]]:
    """One row for each audience that may see a rate that stands."""
    if not isinstance(thing.opening, RateRecorded) or not thing.counting:
        return
    for audience in audiences:
        if seen := thing.seen_by(audience):
            said = seen.opening.own_fields()
            shown = {"id": thing.id, **said, **described(seen, audience)}
            yield {
                "thing": thing.id,
                "audience": audience.rows_as,
                "position": thing.position,
                **said,
                "document": orjson.dumps(shown),
            }
