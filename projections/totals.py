"""Totals: committed and paid side by side, pledges beside; per currency, and in dollars by recorded rates."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from domain.values import Money

MEASURES = ("pledged", "committed", "paid", "received")
CENT = Decimal("0.01")
Carried = tuple[str, str, Decimal]
"""Money with the day of its pledge: day, currency, amount."""
Rates = Mapping[str, Sequence[dict[str, Any]]]
"""By currency, in order of their days, the last word on each day last."""
Summed = Mapping[tuple[str, int], Decimal]
"""Money together, by currency and by the place of the rate that holds for it; -1 where none does."""


def totals(pledges: Iterable[dict[str, Any]], rates: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Sums over pledge documents."""
    return totals_in_short([pledge | {name: in_short(pledge[name]) for name in MEASURES} for pledge in pledges], rates)


def totals_in_short(pledges: Sequence[dict[str, Any]], rates: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Sums over pledges whose money is in short, one per currency; never one measure added to another.

    Of a parent and its children whichever carries the money is counted. `usd` holds, for each measure, the amount in
    dollars (None where no rate is on record), the rates used with their day and source, and the currencies left out.
    """
    known = by_currency(rates)
    found = {measure: summed(carried(pledges, measure), known) for measure in MEASURES}
    return {
        **{measure: _sums(sums) for measure, sums in found.items()},
        "usd": {measure: in_dollars(sums, known) for measure, sums in found.items()},
        "pledges": len(pledges),
        "amount_unknown": sum(1 for pledge in pledges if pledge["amount_unknown"]),
    }


def in_short(moneys: Iterable[Mapping[str, str]]) -> str:
    """`EUR 100.00 USD 20.00`: sums over many pledges read this faster than documents."""
    return " ".join(f"{money['currency']} {money['amount']}" for money in moneys)


def by_currency(rates: Iterable[dict[str, Any]]) -> Rates:
    """Rates as sums in dollars are made by them."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for rate in sorted(rates, key=lambda rate: (rate["on"], rate["recorded_at"])):
        found[rate["currency"]].append(rate)
    return found


def carried(pledges: Sequence[dict[str, Any]], measure: str) -> list[Carried]:
    """Each pledge's money with its day; of a family, the side that carries more in a currency."""
    below: dict[str, list[dict[str, Any]]] = {}
    if any(pledge["parent_pledge_id"] for pledge in pledges):
        known = {pledge["id"] for pledge in pledges}
        for pledge in pledges:
            if pledge["parent_pledge_id"] in known:
                below.setdefault(pledge["parent_pledge_id"], []).append(pledge)
    children = {pledge["id"] for family in below.values() for pledge in family}
    return [
        money
        for pledge in pledges
        if (pledge[measure] or below) and pledge["id"] not in children
        for money in _of_family(pledge, measure, below)
    ]


def _of_family(pledge: dict[str, Any], measure: str, below: Mapping[str, list[dict[str, Any]]]) -> list[Carried]:
    said, day = pledge[measure].split(), pledge["occurred_on"]
    own = [(day, said[at], Decimal(said[at + 1])) for at in range(0, len(said), 2)]
    if pledge["id"] not in below:
        return own
    theirs = [money for child in below[pledge["id"]] for money in _of_family(child, measure, below)]
    if not theirs or not own:
        return own or theirs
    return own if _weight(own) > _weight(theirs) and _currencies(own) == _currencies(theirs) else theirs


def _weight(moneys: list[Carried]) -> Decimal:
    return sum((amount for _, _, amount in moneys), Decimal(0))


def _currencies(moneys: list[Carried]) -> set[str]:
    return {currency for _, currency, _ in moneys}


def summed(moneys: Iterable[Carried], rates: Rates) -> Summed:
    """Each sum with the last rate on or before the day of its pledge."""
    days = {currency: [rate["on"] for rate in known] for currency, known in rates.items()}
    found: dict[tuple[str, int], Decimal] = defaultdict(Decimal)
    for day, currency, amount in moneys:
        found[currency, bisect_right(days[currency], day) - 1 if currency in days else -1] += amount
    return found


def _sums(summed: Summed) -> list[dict[str, str]]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for (currency, _), amount in summed.items():
        sums[currency] += amount
    return [Money(amount, currency).plain() for currency, amount in sorted(sums.items())]


def in_dollars(summed: Summed, rates: Rates) -> dict[str, Any]:
    """What money is worth together."""
    used, left_out, worth = {}, set(), Decimal(0)
    for (currency, at), amount in summed.items():
        if currency == "USD":
            worth += amount
        elif at < 0:
            left_out.add(currency)
        else:
            rate = rates[currency][at]
            worth += amount * Decimal(rate["usd_rate"])
            used[rate["id"]] = {name: rate[name] for name in ("currency", "usd_rate", "on", "source")}
    return {
        "amount": None if left_out and not worth else str(worth.quantize(CENT)),
        "rates": [used[key] for key in sorted(used)],
        "left_out": sorted(left_out),
    }
