"""Small values that commands and facts are made of."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import NewType

from domain.currencies import MINOR_DIGITS
from domain.words import SourceKind

Party = NewType("Party", str)
"""A State's code, or the code of an organisation."""
State = NewType("State", Party)
"""ISO 3166 alpha-3 code of a State."""
Region = NewType("Region", str)
"""A region or sub-region of the United Nations' M49 standard, such as `South-eastern Asia`."""
Date = NewType("Date", str)
"""`YYYY-MM-DD`."""
Id = NewType("Id", str)
"""The id of something on record, or `key:` and the idempotency key that made it."""
Ratio = NewType("Ratio", str)
"""A match ratio such as `1:1`."""
Year = NewType("Year", int)
"""A calendar year in which something is or was planned."""

LARGEST_AMOUNT = Decimal(10) ** 15
EARLIEST_YEAR, LATEST_YEAR = 1900, 2199


def read_currency(currency: object) -> str:
    """An ISO 4217 code; raises ValueError with a sentence."""
    if not isinstance(currency, str) or currency not in MINOR_DIGITS:
        raise ValueError(f"{currency!r} is not a currency: use an ISO 4217 code such as USD.")
    return currency


def read_amount(amount: object) -> Decimal:
    """An amount in any currency, never negative; raises ValueError with a sentence."""
    if isinstance(amount, bool | float) or not isinstance(amount, str | int | Decimal):
        raise ValueError('Write the amount as text, such as "1200000.00".')  # noqa: TRY004 - one kind of refusal
    try:
        number = Decimal(amount)
    except InvalidOperation:
        raise ValueError(f'{amount!r} is not an amount: write digits and a point, such as "1200000.00".') from None
    if not number.is_finite() or abs(number) >= LARGEST_AMOUNT:
        raise ValueError("The amount is out of range.")
    if number < 0:
        raise ValueError("An amount is never negative: money given back is a reversal, less support is a shift.")
    return number


@dataclass(frozen=True)
class Money:
    """An amount, never negative, in one currency with its own minor digits."""

    amount: Decimal
    currency: str

    @classmethod
    def of(cls, amount: object, currency: object) -> "Money":
        """Read an amount and an ISO 4217 code; raises ValueError with a sentence."""
        digits = MINOR_DIGITS[read_currency(currency)]
        number = read_amount(amount)
        exact = number.quantize(Decimal(1).scaleb(-digits))
        if exact != number:
            raise ValueError(f"{currency} has {digits} decimal places.")
        return cls(exact, str(currency))

    @classmethod
    def read(cls, plain: dict[str, str]) -> "Money":
        """The money of a stored fact."""
        return cls(Decimal(plain["amount"]), plain["currency"])

    def plain(self) -> dict[str, str]:
        """`{"amount": "1200000.00", "currency": "USD"}`."""
        return {"amount": format(self.amount, "f"), "currency": self.currency}

    def __str__(self) -> str:
        return f"{self.amount:,f} {self.currency}"


@dataclass(frozen=True)
class Source:
    """Where a fact was learnt: a document, a message, a flow."""

    kind: SourceKind
    ref: str
    url: str | None = None
    page: str | None = None
    title: str | None = None
    sha256: str | None = None


@dataclass(frozen=True)
class Tranche:
    """A pledge's money for one year."""

    year: Year
    money: Money


@dataclass(frozen=True)
class BudgetLine:
    """One line of a budget."""

    line: str
    money: Money
    year: Year | None = None
