"""Pledges: what is pledged, committed, paid and received, each beside the other and never added up."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import orjson

from domain.fact import Fact
from domain.pledges.events import PledgeDisbursed, PledgeMade, ReceiptReported, SupportShifted
from domain.pledges.ledger import Ledger, Purse, ledger
from domain.values import Money
from projections.audience import Audience
from projections.described import described
from projections.schema import flag, number, ready_json, text, view
from projections.thing import Thing
from projections.totals import MEASURES

VERSION = 4

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
    indexes=(
        ("audience", "retracted", "position", "state", "donor", "article", "occurred_on", "request_id"),
        ("request_id",),
    ),
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
        **{measure: sums(book, measure) for measure in MEASURES},
        "amount_unknown": unknown(book, opening),
        "ended_on": book.ended_on,
        "marks": _marks(book, opening, thing.facts),
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


def sums(book: Ledger, measure: str) -> list[dict[str, str]]:
    """One of its figures, in each currency."""
    found = {currency: getattr(purse, measure) for currency, purse in sorted(book.purses.items())}
    return [Money(amount, currency).plain() for currency, amount in found.items() if amount != Decimal(0)]


def unknown(book: Ledger, opening: PledgeMade) -> bool:
    """Whether nobody said how much; what is promised in kind alone has no sum."""
    return book.amount_unknown and not opening.in_kind


def _marks(book: Ledger, opening: PledgeMade, facts: Sequence[Fact]) -> list[str]:
    """What is out of the ordinary: taken as reported, and said."""
    odd = [_odd(currency, purse, book.amount_unknown, facts) for currency, purse in book.purses.items()]
    found = {mark for marks in odd for mark, holds in marks.items() if holds}
    return ["amount_unknown"] * unknown(book, opening) + sorted(found)


def _odd(currency: str, purse: Purse, amount_unknown: bool, facts: Sequence[Fact]) -> dict[str, bool]:
    answered = _number(ReceiptReported, currency, facts) >= _number(PledgeDisbursed, currency, facts)
    return {
        "committed_above_pledge": not amount_unknown and purse.signed > purse.announced,
        "paid_above_commitment": purse.paid > purse.signed,
        "shifted_beyond_support": not amount_unknown and purse.room < 0 and purse.taken > 0,
        "received_differs_from_paid": purse.received > purse.paid
        or (bool(purse.received) and answered and purse.received != purse.paid),
    }


def _number(kind: type[PledgeDisbursed | ReceiptReported], currency: str, facts: Sequence[Fact]) -> int:
    """How many payments or receipts there are: one that nobody reported yet is no difference."""
    return sum(1 for fact in facts if isinstance(fact, kind) and fact.money and fact.money["currency"] == currency)
