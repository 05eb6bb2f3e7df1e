"""Days as publishers write them: with a `Z`, an offset or a time behind them, which say nothing of the day."""

import re
from datetime import date

from adapters.importers.iati.activity import Refusal, Transaction

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2}|[T ].*)?\Z")


def happened_on(transaction: Transaction, today: date) -> str:
    """The transaction's day, else the day its value is of; raises Refusal."""
    if not transaction.day and not transaction.value_day:
        raise Refusal("transaction-date is missing: without a day it cannot be placed in time.")
    written = transaction.day or transaction.value_day
    day = first(written)
    if not day:
        raise Refusal(f"transaction-date {written!r} is not a date: write YYYY-MM-DD.")
    if day > today.isoformat():
        raise Refusal(f"transaction-date {day} lies in the future: import it once it has happened.")
    return day


def first(*written: str) -> str:
    """The first that is a day; empty where none is."""
    for text in written:
        match = _DAY.match(text)
        try:
            if match:
                return date.fromisoformat(match[1]).isoformat()
        except ValueError:
            continue
    return ""
