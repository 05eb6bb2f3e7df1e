"""What follows when a rate is recorded."""

import re
from decimal import Decimal

from domain.currencies import MINOR_DIGITS
from domain.decision import Decision, decides
from domain.errors import DomainError
from domain.memory import Memory
from domain.rates.commands import RecordRate
from domain.rates.events import RateRecorded
from domain.rates.rate import Rate
from domain.said import said


class NotARate(DomainError):
    """A rate is US dollars for one unit, above zero, as text such as "1.0826"."""

    field = "usd_rate"


class NotAForeignCurrency(DomainError):
    """Name a currency other than USD by its ISO 4217 code."""

    field = "currency"


class RateWithoutSource(DomainError):
    """Say where the rate is from: a figure in dollars names its rate's source."""

    field = "source"


@decides(RecordRate)
def record(command: RecordRate, memory: Memory, _: None) -> Decision:
    """A rate with its day and its source."""
    check_rate(command.currency, command.usd_rate)
    if command.source is None:
        raise RateWithoutSource
    stream = memory.new_stream(command, "rate")
    rate = Rate.open(RateRecorded, stream, command, memory.at, **said(command))
    return Decision(str(rate.id), (rate,))


def check_rate(currency: str, usd_rate: str) -> None:
    """Refuse what is not a rate of a known foreign currency."""
    if currency not in MINOR_DIGITS or currency == "USD":
        raise NotAForeignCurrency
    if not re.fullmatch(r"\d{1,9}(\.\d{1,15})?", usd_rate) or Decimal(usd_rate) == 0:
        raise NotARate
