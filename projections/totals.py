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


def totals(pledges: Sequence[dict[str, Any]], rates: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Sums over pledges, one per currency; never one measure added to another.

    Of a parent and its children whichever carries the money is counted. `usd` holds, for each measure, the amount in
    dollars (None where no rate is on record), the rates used with their day and source, and the currencies left out.
    """
    known = by_currency(rates)
    counted = {measure: carried(pledges, measure) for measure in MEASURES}
    return {
        **{measure: _sums(money) for measure, money in counted.items()},
        "usd": {measure: in_dollars(money, known) for measure, money in counted.items()},
        "pledges": len(pledges),
        "amount_unknown": sum(1 for pledge in pledges if pledge["amount_unknown"]),
    }


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
    return [money for pledge in pledges if pledge["id"] not in children for money in _of_family(pledge, measure, below)]


def _of_family(pledge: dict[str, Any], measure: str, below: Mapping[str, list[dict[str, Any]]]) -> list[Carried]:
    day = pledge["occurred_on"]
    own = [(day, money["currency"], Decimal(money["amount"])) for money in pledge[measure]]
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


def _sums(moneys: Iterable[Carried]) -> list[dict[str, str]]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for _, currency, amount in moneys:
        sums[currency] += amount
    return [Money(amount, currency).plain() for currency, amount in sorted(sums.items())]


def in_dollars(moneys: Iterable[Carried], rates: Rates) -> dict[str, Any]:
    """What money is worth together, by the last rate on or before the day of each pledge."""
    days = {currency: [rate["on"] for rate in known] for currency, known in rates.items()}
    by_rate: dict[tuple[str, int], Decimal] = defaultdict(Decimal)
    for day, currency, amount in moneys:
        by_rate[currency, bisect_right(days.get(currency, ()), day) - 1] += amount
    used, left_out, worth = {}, set(), Decimal(0)
    for (currency, at), amount in by_rate.items():
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
