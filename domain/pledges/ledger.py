"""The arithmetic of a pledge: what is pledged, committed, paid and received, and what a cut may still take."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from domain.fact import Fact
from domain.pledges.events import (
    CommitmentReversed,
    PaymentReversed,
    PledgeCommitted,
    PledgeDisbursed,
    PledgeMade,
    ReceiptReported,
    SupportShifted,
)
from domain.values import Money
from domain.words import Direction

ZERO = Decimal(0)


@dataclass
class Purse:
    """One currency of a pledge. `announced`, `signed` and `taken` are what was said in all, before any shift."""

    pledged: Decimal = ZERO
    committed: Decimal = ZERO
    paid: Decimal = ZERO
    received: Decimal = ZERO
    announced: Decimal = ZERO
    signed: Decimal = ZERO
    taken: Decimal = ZERO

    @property
    def room(self) -> Decimal:
        """What cuts, redirects and an end may still take: max(pledged + increases, committed) - paid - taken so far."""
        return max(self.announced, self.signed) - self.paid - self.taken

    def take(self, amount: Decimal) -> None:
        """First from what is pledged and not committed, then from what is committed, never from what is paid."""
        self.taken += amount
        uncommitted = min(amount, max(self.pledged - self.committed, ZERO))
        self.pledged -= uncommitted
        from_committed = min(amount - uncommitted, max(self.committed - self.paid, ZERO))
        self.committed -= from_committed
        if from_committed:
            self.pledged = min(self.pledged, self.committed)

    def take_rest(self) -> None:
        """Support ends: what is not paid is gone."""
        rest = max(self.pledged, self.committed) - self.paid
        if rest > 0:
            self.take(rest)


@dataclass
class Ledger:
    """A pledge's purses by currency."""

    purses: dict[str, Purse] = field(default_factory=dict)
    amount_unknown: bool = True
    """Nobody said how much was pledged: a cut then has no limit, and that is said."""
    ended_on: str | None = None

    def purse(self, currency: str) -> Purse:
        """The purse of a currency, opened when first named."""
        return self.purses.setdefault(currency, Purse())

    def end(self, on: str, money: Money | None) -> None:
        """Support ends: by the amount said, else by all that is not paid."""
        self.ended_on = on
        if money:
            self.purse(money.currency).take(money.amount)
        else:
            for purse in self.purses.values():
                purse.take_rest()

    @property
    def currency(self) -> str | None:
        """The currency of the announcement; None where its amount is unknown."""
        return next((code for code, purse in self.purses.items() if purse.announced), None)

    @property
    def has_room(self) -> bool:
        """Whether there is anything left that a shift could take."""
        return self.ended_on is None and (self.amount_unknown or any(purse.room > 0 for purse in self.purses.values()))


def ledger(facts: Iterable[Fact]) -> Ledger:
    """Fold the facts of one pledge that count; the announcement first, then each on its day."""
    book = Ledger()
    for fact in sorted(
        facts, key=lambda fact: (not isinstance(fact, PledgeMade), fact.occurred_on, fact.originator_version)
    ):
        money = getattr(fact, "money", None)
        _enter(book, fact, Money.read(money) if money else None)
    return book


def _enter(book: Ledger, fact: Fact, money: Money | None) -> None:
    if isinstance(fact, SupportShifted) and fact.direction == Direction.END:
        book.end(fact.occurred_on, money)
    elif money is not None:
        book.amount_unknown &= not isinstance(fact, PledgeMade)
        _put(book.purse(money.currency), fact, money)


def _put(purse: Purse, fact: Fact, money: Money) -> None:
    match fact:
        case PledgeMade() | SupportShifted(direction=Direction.INCREASE):
            purse.pledged += money.amount
            purse.announced += money.amount
        case PledgeCommitted():
            purse.committed += money.amount
            purse.signed += money.amount
        case CommitmentReversed():
            purse.committed -= min(money.amount, purse.committed)
            purse.signed -= money.amount
        case PledgeDisbursed():
            purse.paid += money.amount
        case PaymentReversed():
            purse.paid -= money.amount
        case ReceiptReported():
            purse.received += money.amount
        case SupportShifted():
            purse.take(money.amount)
