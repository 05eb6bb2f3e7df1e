"""Who is left out? The share of committed support to the States that get most, beside those that wait."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from projections.totals import CENT, Rates, by_currency, carried, in_dollars, summed

Document = dict[str, Any]
CURRENCY = "USD"
TOP = 3


def coverage(
    pledges: Sequence[Document], rates: Sequence[Document], open_requests: Sequence[Document], profiles: Iterable[str]
) -> Document:
    """Committed support in dollars by recorded rates; what no rate is on record for is named, and left out. The money
    of the pledges is in short.
    """
    known = by_currency(rates)
    by_state = _committed(pledges, known, "state")
    whole = sum(by_state.values(), Decimal(0))
    top = sorted(by_state.items(), key=lambda each: (-each[1], each[0]))[:TOP]
    top = [(state, share) for state, share in top if share]
    supporting = {pledge["donor"] for pledge in pledges}
    committing = {pledge["donor"] for pledge in pledges if pledge["committed"]}
    answered = {pledge["request_id"] for pledge in pledges}
    return {
        "currency": CURRENCY,
        "committed": str(whole.quantize(CENT)),
        "top_three": {
            "share_percent": _percent(sum((share for _, share in top), Decimal(0)), whole),
            "states": [
                {"state": state, "committed": str(share.quantize(CENT)), "share_percent": _percent(share, whole)}
                for state, share in top
            ],
        },
        "open_requests": len(open_requests),
        "states_with_open_requests": len({request["state"] for request in open_requests}),
        "open_requests_without_pledge": sum(1 for request in open_requests if request["id"] not in answered),
        "states_without_support": sorted(
            {request["state"] for request in open_requests} - {state for state, share in by_state.items() if share}
        ),
        "reporting": {"n": len(committing), "of": len(supporting | set(profiles))},
        "left_out": in_dollars(summed(carried(pledges, "committed"), known), known)["left_out"],
        "by_article": _broken_down(pledges, known, open_requests, "article"),
        "by_year": _broken_down(pledges, known, open_requests, "year"),
    }


def _broken_down(
    pledges: Sequence[Document], rates: Rates, open_requests: Sequence[Document], field: str
) -> dict[str, Document]:
    committed = _committed(pledges, rates, field)
    asked: dict[str, list[Document]] = defaultdict(list)
    for request in open_requests:
        asked[_value(request, field)].append(request)
    return {
        value: {
            "committed": str(committed.get(value, Decimal(0)).quantize(CENT)),
            "open_requests": len(asked[value]),
            "states_with_open_requests": len({request["state"] for request in asked[value]}),
        }
        for value in sorted(committed.keys() | asked.keys())
    }


def _committed(pledges: Sequence[Document], rates: Rates, field: str) -> dict[str, Decimal]:
    """Dollars committed, by State, article or year; families of pledges stay together."""
    groups: dict[str, list[Document]] = defaultdict(list)
    for pledge in pledges:
        groups[_value(pledge, field)].append(pledge)
    sums = {
        value: in_dollars(summed(carried(group, "committed"), rates), rates)["amount"]
        for value, group in groups.items()
    }
    return {value: Decimal(amount or 0) for value, amount in sums.items()}


def _value(document: Document, field: str) -> str:
    if field == "year":
        return str(document["occurred_on"])[:4]
    return "not said" if document[field] is None else str(document[field])


def _percent(part: Decimal, whole: Decimal) -> float | None:
    """With one decimal; None where nothing is committed: not reported is never zero."""
    return float(round(100 * part / whole, 1)) if whole else None
