"""How days, moments and money are written on a page."""

import re
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from decimal import Decimal
from typing import Any

from babel.dates import format_date

from domain.values import Money

_DATE = re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")
MEASURES = ("pledged", "committed", "paid", "received")


def day(text: str) -> str:
    """`3 March 2025`: no reader takes the day for the month."""
    return format_date(date.fromisoformat(text), "d MMMM y", locale="en")


def with_days(text: str) -> str:
    """A sentence in which dates are written as on the rest of the page."""
    return _DATE.sub(lambda found: day(found[0]), text)


def left(days: int) -> str:
    """How far away a day is."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    return near.get(days) or (f"in {days:,} days" if days > 0 else f"{-days:,} days ago")


def day_of(moment: str, zone: tzinfo) -> str:
    """The date of a moment where the Coordinators are."""
    return datetime.fromisoformat(moment).astimezone(zone).date().isoformat()


def money(stored: dict[str, str]) -> str:
    """`1,200,000.00 EUR`."""
    return str(Money.read(stored))


def number(text: str | int) -> str:
    """A number with thousands apart."""
    return f"{Decimal(text):,f}"


@dataclass(frozen=True)
class Support:
    """Pledged, committed, paid and received, side by side in each currency."""

    rows: list[tuple[str, list[str | None]]]
    """A currency and its four figures; None where nothing is on record, which is not zero."""
    dollars: list[str | None]
    """The four figures in US dollars; empty where no rate was needed or is on record."""
    rates: list[dict[str, Any]]
    left_out: list[str]
    pledges: int
    amount_unknown: int


def support(totals: dict[str, Any]) -> Support:
    """The totals of the API, as a table."""
    currencies = sorted({sum_["currency"] for measure in MEASURES for sum_ in totals[measure]})
    rates = {
        (rate["currency"], rate["on"], rate["usd_rate"]): rate
        for measure in MEASURES
        for rate in totals["usd"][measure]["rates"]
    }
    dollars = [_dollars(totals["usd"][measure], totals[measure]) for measure in MEASURES]
    return Support(
        rows=[(currency, [_figure(totals[measure], currency) for measure in MEASURES]) for currency in currencies],
        dollars=dollars if rates else [],
        rates=[rates[key] for key in sorted(rates)],
        left_out=sorted({name for measure in MEASURES for name in totals["usd"][measure]["left_out"]}),
        pledges=totals["pledges"],
        amount_unknown=totals["amount_unknown"],
    )


def _figure(sums: list[dict[str, str]], currency: str) -> str | None:
    return next((number(each["amount"]) for each in sums if each["currency"] == currency), None)


def _dollars(usd: dict[str, Any], sums: list[dict[str, str]]) -> str | None:
    return number(usd["amount"]) if sums and usd["amount"] is not None else None
