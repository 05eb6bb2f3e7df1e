"""How a view keeps one ready document for each thing and audience that may see it."""

from collections.abc import Callable, Iterator
from typing import Any

import orjson

from domain.fact import Opening
from projections.audience import Audience
from projections.thing import Thing

Document = Callable[[Thing, Audience], dict[str, Any]]


def document_rows(
    thing: Thing, audiences: tuple[Audience, ...], kinds: tuple[type[Opening], ...], document: Document,
    columns: tuple[str, ...],
) -> Iterator[dict[str, Any]]:  # fmt: skip
    """One row for each audience; `columns` are copied out of the document, so that questions can filter on them."""
    if not isinstance(thing.opening, kinds):
        return
    for audience in audiences:
        if seen := thing.seen_by(audience):
            shown = document(seen, audience)
            yield {
                "thing": thing.id,
                "audience": audience.rows_as,
                "position": thing.position,
                **{name: shown[name] for name in columns},
                "document": orjson.dumps(shown),
            }
