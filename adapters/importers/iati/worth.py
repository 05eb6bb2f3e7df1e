"""What a transaction is and what it is worth, in coins of its own currency; below zero where the publisher says so."""

from decimal import Decimal, InvalidOperation

from adapters.importers.iati.activity import Activity, Refusal, Transaction
from domain.currencies import MINOR_DIGITS
from domain.values import LARGEST_AMOUNT, Money

PLEDGED, COMMITTED, PAID = "pledged", "committed", "paid"
_KINDS = {"12": PLEDGED, "2": COMMITTED, "C": COMMITTED, "3": PAID, "D": PAID, "4": PAID, "E": PAID}
_OTHERS = {
    "1": "incoming funds", "IF": "incoming funds", "11": "incoming commitments", "13": "incoming pledges",
    "5": "interest payments", "IR": "interest payments", "IP": "interest payments", "6": "loan repayments",
    "LR": "loan repayments", "7": "reimbursements", "R": "reimbursements", "8": "purchases of equity",
    "QP": "purchases of equity", "9": "sales of equity", "QS": "sales of equity", "10": "credit guarantees",
    "CG": "credit guarantees", "TB": "reimbursements",
}  # fmt: skip
ZERO = "amounts of zero"


def kind(transaction: Transaction) -> str | None:
    """Pledged, committed or paid; None for what is neither. Raises Refusal for a type that IATI does not know."""
    if transaction.kind in _KINDS:
        return _KINDS[transaction.kind]
    if transaction.kind in _OTHERS:
        return None
    raise Refusal(f"transaction-type {transaction.kind!r} is none of IATI's: correct it in the file.")


def other(transaction: Transaction) -> str:
    """What one that is neither pledged, committed nor paid is, in words."""
    return _OTHERS[transaction.kind]


def coins(activity: Activity, transaction: Transaction) -> tuple[int, str]:
    """The value in the smallest unit of its currency, rounded to it, and that currency; raises Refusal."""
    currency = transaction.currency or activity.currency
    if not transaction.value:
        raise Refusal("value is empty: write the amount in the file.")
    try:
        value = Decimal(transaction.value)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise Refusal(f"value {transaction.value!r} is not a number: write digits and a point, without commas.")
    if abs(value) >= LARGEST_AMOUNT:
        raise Refusal(f"value {transaction.value!r} is out of range: correct it in the file.")
    if not currency:
        raise Refusal("value has no currency, and the activity no default-currency: write one of them in the file.")
    if currency not in MINOR_DIGITS:
        raise Refusal(f"currency {currency!r} is not an ISO 4217 code: correct it in the file.")
    return int(value.scaleb(MINOR_DIGITS[currency]).to_integral_value()), currency


def money(amount: int, currency: str) -> dict[str, str]:
    """Coins, whatever their sign, as the money of a command."""
    return Money.of(Decimal(abs(amount)).scaleb(-MINOR_DIGITS[currency]), currency).plain()
