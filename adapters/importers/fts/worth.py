"""What a flow is worth, in the currency in which it was given, and OCHA's rate to the US dollar."""

from decimal import Decimal, InvalidOperation

from adapters.importers.fts.flow import Flow, Refusal
from domain.currencies import MINOR_DIGITS
from domain.values import LARGEST_AMOUNT, Money

_TOLERANCE = Decimal("0.01")
"""How far OCHA's own three figures may lie apart for its rate to be recorded."""
_DIGITS, _DECIMALS = 10, 15
"""How exactly a rate is written: more than OCHA's own three or four digits carry."""


def money(flow: Flow) -> Money | None:
    """The original amount where given, else the US dollars; None where OCHA shows zero, as on an emptied parent."""
    original, dollars = _number("originalAmount", flow.original_amount), _number("amountUSD", flow.amount_usd)
    if not original or not flow.original_currency:
        return _rounded(dollars, "USD")
    if flow.original_currency not in MINOR_DIGITS:
        raise Refusal(f"originalCurrency {flow.original_currency!r} is not an ISO 4217 code: correct it in the file.")
    return _rounded(original, flow.original_currency)


def usd_rate(flow: Flow) -> str | None:
    """US dollars for one unit of the original currency, from OCHA's units for a dollar; None where it gives none.

    None too where amount, rate and US dollars contradict each other: nobody can say which of them is wrong.
    """
    if contradicts(flow) or not (rate := _rate(flow)):
        return None
    smallest = max(rate.adjusted() - _DIGITS + 1, -_DECIMALS)
    return format(rate.quantize(Decimal(1).scaleb(smallest)).normalize(), "f")


def contradicts(flow: Flow) -> bool:
    """Whether original amount and rate together miss the US dollars by more than one in a hundred."""
    if not (rate := _rate(flow)):
        return False
    dollars = _number("amountUSD", flow.amount_usd)
    expected = _number("originalAmount", flow.original_amount) * rate
    return abs(expected - dollars) > max(_TOLERANCE * dollars, Decimal(1))


def _rate(flow: Flow) -> Decimal | None:
    per_dollar = _number("exchangeRate", flow.exchange_rate)
    given = money(flow)
    return 1 / per_dollar if per_dollar and given and given.currency != "USD" else None


def _number(field: str, text: str) -> Decimal:
    """An amount, zero where there is none; raises Refusal."""
    try:
        value = Decimal(text or "0")
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise Refusal(f"{field} {text!r} is not a number: correct it in the file.")
    if value < 0:
        raise Refusal(f"{field} is negative ({text}): record money given back as a reversal, by hand.")
    if value and not 1 / LARGEST_AMOUNT < value < LARGEST_AMOUNT:
        raise Refusal(f"{field} {text!r} is out of range: correct it in the file.")
    return value


def _rounded(value: Decimal, currency: str) -> Money | None:
    """To the smallest coin, so that no noise of binary fractions is recorded; None for nothing at all."""
    coins = value.quantize(Decimal(1).scaleb(-MINOR_DIGITS[currency]))
    return Money.of(coins, currency) if coins else None
