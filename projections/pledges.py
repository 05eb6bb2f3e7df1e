"""Pledges: what is pledged, committed, paid and received, each beside the other and never added up."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import orjson

from domain.pledges.events import PledgeMade, SupportShifted
from domain.pledges.ledger import Ledger, Purse, ledger
from domain.values import Money
from projections.audience import Audience
from projections.described import described
from projections.schema import flag, number, ready_json, text, view
from projections.thing import Thing

VERSION = 1

table = view(
    "pledges",
    text("thing", key=True),
    text("audience", key=True),
    number("position"),
    text("donor"),
    text("state"),
    number("article", optional=True),
    text("request_id", optional=True),
    text("occurred_on"),
    flag("retracted"),
    ready_json("document"),
    indexes=(("state",), ("donor",), ("request_id",)),
)


def rows(thing: Thing, audiences: tuple[Audience, ...]) -> Iterator[dict[str, Any]]:
    """One row for each audience that may see the pledge."""
    if not isinstance(thing.opening, PledgeMade):
        return
    for audience in audiences:
        if seen := thing.seen_by(audience):
            shown = document(seen, audience)
            yield {
                "thing": thing.id,
                "audience": audience.rows_as,
                "position": thing.position,
                **{
                    name: shown[name]
                    for name in ("donor", "state", "article", "request_id", "occurred_on", "retracted")
                },
                "document": orjson.dumps(shown),
            }


def document(thing: Thing, audience: Audience) -> dict[str, Any]:
    """A pledge with its figures, its shifts and its marks."""
    opening = thing.opening
    assert isinstance(opening, PledgeMade)
    book = ledger(thing.facts)
    return {
        "id": thing.id,
        "pledge_id": thing.id,
        **opening.own_fields(),
        **described(thing, audience),
        **{measure: _sums(book, measure) for measure in ("pledged", "committed", "paid", "received")},
        "amount_unknown": book.amount_unknown,
        "ended_on": book.ended_on,
        "marks": _marks(book),
        "shifts": [fact.shift_id for fact in thing.facts if isinstance(fact, SupportShifted)],
        "events": [
            {
                "event_id": entry.fact.event_id,
                "kind": entry.fact.TOPIC,
                "occurred_on": entry.fact.occurred_on,
                "money": getattr(entry.fact, "money", None),
            }
            for entry in thing.counting
        ],
    }


def _sums(book: Ledger, measure: str) -> list[dict[str, str]]:
    sums = {currency: getattr(purse, measure) for currency, purse in sorted(book.purses.items())}
    return [Money(amount, currency).plain() for currency, amount in sums.items() if amount != Decimal(0)]


def _marks(book: Ledger) -> list[str]:
    """What is out of the ordinary: taken as reported, and said."""
    marks = ["amount_unknown"] if book.amount_unknown else []
    for purse in book.purses.values():
        marks += [mark for mark, holds in _odd(purse, book.amount_unknown).items() if holds and mark not in marks]
    return marks


def _odd(purse: Purse, amount_unknown: bool) -> dict[str, bool]:
    return {
        "committed_above_pledge": not amount_unknown and purse.signed > purse.announced,
        "paid_above_commitment": purse.paid > purse.signed,
        "shifted_beyond_support": not amount_unknown and purse.room < 0 and purse.taken > 0,
        "received_differs_from_paid": bool(purse.received) and purse.received != purse.paid,
    }
