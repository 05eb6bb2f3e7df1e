"""What an exchange rate is."""

import re
from decimal import Decimal

from domain.currencies import MINOR_DIGITS
from domain.errors import DomainError


class NotARate(DomainError):
    """A rate is US dollars for one unit, above zero, as text such as "1.0826"."""

    field = "usd_rate"


class NotAForeignCurrency(DomainError):
    """Name a currency other than USD by its ISO 4217 code."""

    field = "currency"


class RateWithoutSource(DomainError):
    """Say where the rate is from: a figure in dollars names its rate's source."""

    field = "source"


def check_rate(currency: str, usd_rate: str, source: object) -> None:
    """Refuse what is not a rate of a known foreign currency from a named source."""
    if currency not in MINOR_DIGITS or currency == "USD":
        raise NotAForeignCurrency
    if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,15})?", usd_rate) or Decimal(usd_rate) == 0:
        raise NotARate
    if source is None:
        raise RateWithoutSource
