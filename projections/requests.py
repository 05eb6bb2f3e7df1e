"""Requests: what States asked for, as amended, and where each stands."""

from collections.abc import Iterator
from typing import Any

import orjson

from domain.requests.events import RequestAmended, RequestSettled, RequestSubmitted, RequestWithdrawn
from domain.words import RequestStatus
from projections.audience import Audience
from projections.described import described
from projections.schema import flag, number, ready_json, text, view
from projections.thing import Thing, latest

VERSION = 4

OPEN = (RequestStatus.OPEN, RequestStatus.PARTLY_MET)

table = view(
    "requests",
    text("thing", key=True),
    text("audience", key=True),
    number("position"),
    text("state"),
    number("article"),
    text("status"),
    text("occurred_on"),
    text("natures"),
    flag("retracted"),
    ready_json("document"),
    indexes=(("audience", "retracted", "position", "state", "article", "status", "occurred_on", "natures"),),
)


def rows(thing: Thing, audiences: tuple[Audience, ...]) -> Iterator[dict[str, Any]]:
    """One row for each audience that may see the request."""
    if not isinstance(thing.opening, RequestSubmitted):
        return
    for audience in audiences:
        if seen := thing.seen_by(audience):
            shown = document(seen, audience)
            yield {
                "thing": thing.id,
                "audience": audience.rows_as,
                "position": thing.position,
                **{name: shown[name] for name in ("state", "article", "status", "occurred_on", "retracted")},
                "natures": " ".join(shown["nature"]),
                "document": orjson.dumps(shown),
            }


def document(thing: Thing, audience: Audience) -> dict[str, Any]:
    """A request with the words that stand now."""
    said = thing.opening.own_fields()
    amendments = sorted(
        (entry for entry in thing.counting if isinstance(entry.fact, RequestAmended)),
        key=lambda entry: (entry.fact.occurred_on, entry.recorded.position),
    )
    for amendment in amendments:
        said |= {name: value for name, value in amendment.fact.own_fields().items() if value is not None}
    status, why = _status(thing)
    return {
        "id": thing.id,
        "request_id": thing.id,
        **said,
        **described(thing, audience),
        "status": status.value,
        "why": why,
        "amended_on": [amendment.fact.occurred_on for amendment in amendments],
    }


def _status(thing: Thing) -> tuple[RequestStatus, str | None]:
    """Set by settling and withdrawing alone; a withdrawal is the last word."""
    for entry in thing.counting:
        if isinstance(entry.fact, RequestWithdrawn):
            return RequestStatus.WITHDRAWN, entry.fact.why
    last = latest(entry for entry in thing.counting if isinstance(entry.fact, RequestSettled))
    if last and isinstance(last.fact, RequestSettled):
        return RequestStatus(last.fact.status), last.fact.why
    return RequestStatus.OPEN, None
