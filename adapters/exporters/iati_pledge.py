"""What a pledge comes to, as IATI transactions: what is pledged, committed and paid now, to the last coin."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from domain.pledges.events import CommitmentReversed, PaymentReversed, PledgeCommitted, PledgeDisbursed

_PLEDGED, _COMMITTED, _PAID = "12", "2", "3"
_STEPS = {
    PledgeCommitted.TOPIC: (_COMMITTED, 1),
    CommitmentReversed.TOPIC: (_COMMITTED, -1),
    PledgeDisbursed.TOPIC: (_PAID, 1),
    PaymentReversed.TOPIC: (_PAID, -1),
}
_CUT = "Committed, and later cut, redirected or ended."


@dataclass(frozen=True)
class Transaction:
    """One line of the giver's account; below zero it takes back."""

    kind: str
    on: str
    amount: Decimal
    currency: str
    words: str = ""


def transactions(pledge: dict[str, Any]) -> Iterator[Transaction]:
    """The pledge as it now stands, then what was committed and paid, and last what shifts took from commitments."""
    for money in pledge["pledged"]:
        yield Transaction(_PLEDGED, pledge["occurred_on"], Decimal(money["amount"]), money["currency"])
    signed: dict[str, Decimal] = defaultdict(Decimal)
    last = pledge["occurred_on"]
    for event in pledge["events"]:
        last = max(last, event["occurred_on"])
        kind, sign = _STEPS.get(event["kind"], (None, 0))
        if kind and event["money"]:
            amount, currency = sign * Decimal(event["money"]["amount"]), event["money"]["currency"]
            signed[currency] += amount if kind == _COMMITTED else 0
            yield Transaction(kind, event["occurred_on"], amount, currency)
    committed = {money["currency"]: Decimal(money["amount"]) for money in pledge["committed"]}
    for currency in sorted(signed.keys() | committed.keys()):
        if cut := committed.get(currency, Decimal(0)) - signed[currency]:
            yield Transaction(_COMMITTED, last, cut, currency, _CUT)
