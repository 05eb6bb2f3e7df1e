"""Totals: committed and paid side by side, pledges beside; per currency, and in dollars by recorded rates."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from domain.values import Money

MEASURES = ("pledged", "committed", "paid", "received")
CENT = Decimal("0.01")


def totals(pledges: Sequence[dict[str, Any]], rates: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Sums over pledge documents, one per currency; never one measure added to another.

    Of a parent and its children whichever carries the money is counted. `usd` holds, for each measure, the amount in
    dollars (None where no rate is on record), the rates used with their day and source, and the currencies left out.
    """
    rates_by_currency: dict[str, list[dict[str, Any]]] = {}
    for rate in sorted(rates, key=lambda rate: (rate["on"], rate["recorded_at"])):
        rates_by_currency.setdefault(rate["currency"], []).append(rate)
    result: dict[str, Any] = {}
    usd: dict[str, Any] = {}
    for measure in MEASURES:
        counted = list(_carriers(pledges, measure))
        result[measure] = _sums(counted)
        usd[measure] = _in_dollars(counted, rates_by_currency)
    return result | {
        "usd": usd,
        "pledges": len(pledges),
        "amount_unknown": sum(1 for pledge in pledges if pledge["amount_unknown"]),
    }


def _carriers(pledges: Sequence[dict[str, Any]], measure: str) -> Iterable[tuple[str, Money]]:
    """Each pledge's money with its day; of a family, the side that carries more in a currency."""
    children: dict[str, list[dict[str, Any]]] = {}
    known = {pledge["id"]: pledge for pledge in pledges}
    for pledge in pledges:
        if pledge["parent_pledge_id"] in known:
            children.setdefault(pledge["parent_pledge_id"], []).append(pledge)

    def carried(pledge: dict[str, Any]) -> list[tuple[str, Money]]:
        own = [(pledge["occurred_on"], Money.read(money)) for money in pledge[measure]]
        below = [money for child in children.get(pledge["id"], []) for money in carried(child)]
        if not below or not own:
            return own or below
        return own if _weight(own) > _weight(below) and _currencies(own) == _currencies(below) else below

    for pledge in pledges:
        if pledge["parent_pledge_id"] not in known:
            yield from carried(pledge)


def _weight(moneys: list[tuple[str, Money]]) -> Decimal:
    return sum((money.amount for _, money in moneys), Decimal(0))


def _currencies(moneys: list[tuple[str, Money]]) -> set[str]:
    return {money.currency for _, money in moneys}


def _sums(moneys: Iterable[tuple[str, Money]]) -> list[dict[str, str]]:
    sums: dict[str, Decimal] = {}
    for _, money in moneys:
        sums[money.currency] = sums.get(money.currency, Decimal(0)) + money.amount
    return [Money(amount, currency).plain() for currency, amount in sorted(sums.items())]


def _in_dollars(moneys: Iterable[tuple[str, Money]], rates: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    amount, used, left_out = Decimal(0), {}, set()
    for day, money in moneys:
        if money.currency == "USD":
            amount += money.amount
            continue
        rate = next((each for each in reversed(rates.get(money.currency, [])) if each["on"] <= day), None)
        if rate is None:
            left_out.add(money.currency)
            continue
        amount += money.amount * Decimal(rate["usd_rate"])
        used[rate["id"]] = {name: rate[name] for name in ("currency", "usd_rate", "on", "source")}
    return {
        "amount": None if left_out and not amount else str(amount.quantize(CENT)),
        "rates": [used[key] for key in sorted(used)],
        "left_out": sorted(left_out),
    }
