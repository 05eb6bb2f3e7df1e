"""A pledge: a donor's support to a State, from announcement to payment, with every shift in it."""

from collections.abc import Iterable
from decimal import Decimal

from domain.actor import Actor
from domain.fact import Fact
from domain.pledges.errors import (
    CutExceedsPledge,
    OtherCurrency,
    PledgeRetracted,
    ReversalExceedsAmount,
    SupportAlreadyEnded,
)
from domain.pledges.events import PaymentReversed, PledgeDisbursed, PledgeMade, SupportShifted
from domain.pledges.ledger import ZERO, Ledger, ledger
from domain.pledges.rules import check_fact
from domain.record import Record
from domain.values import Money
from domain.words import Direction

PAYMENTS = (PledgeDisbursed, PaymentReversed)
LESS = frozenset({Direction.CUT, Direction.REDIRECT, Direction.END})
NOTHING_LEFT = (
    "Nothing of this pledge is left to take. Where other support was cut, record that first by make-pledge and name "
    "its pledge_id; where nobody knows how much was cut, leave the money out."
)


class Pledge(Record):
    """One donor's support to one State under one announcement."""

    TOPIC = "pledge"

    @property
    def made(self) -> PledgeMade:
        """The announcement, as it stands."""
        fact = self.opening.fact
        assert isinstance(fact, PledgeMade)
        return fact

    @property
    def ledger(self) -> Ledger:
        """Its figures now."""
        return ledger(self.counting())

    def check_stands(self) -> None:
        """Refuse to build on a pledge that never was."""
        if not self.opening.counts:
            raise PledgeRetracted

    def check_shift(self, direction: Direction, money: Money | None, by: Actor) -> None:
        """Refuse a shift in another currency, beyond what is left, or a second end."""
        book = self.ledger
        if direction is Direction.END and book.ended_on:
            raise SupportAlreadyEnded(self._told(f"This support ended on {book.ended_on}.", by))
        if money and book.currency not in {None, money.currency}:
            raise OtherCurrency(self._told(_in_currency(book), by))
        if money and direction in LESS and not book.amount_unknown:
            left = book.purse(money.currency).room
            if money.amount > left:
                raise CutExceedsPledge(self._told(_only(left, money.currency), by))

    def check_reversal(self, money: Money, by: Actor, *, paid: bool) -> None:
        """Refuse to reverse more than was paid or committed in this currency."""
        purse = self.ledger.purse(money.currency)
        recorded = purse.paid if paid else purse.signed
        if money.amount > recorded:
            what = "paid" if paid else "committed"
            said = f"Only {recorded:,f} {money.currency} is recorded as {what}."
            raise ReversalExceedsAmount(self._told(said, by))

    def _told(self, sentence: str, by: Actor) -> str | None:
        """A sentence with figures, for whoever may see all that they are made of; others hear the rule alone."""
        return sentence if self.wholly_seen_by(by) else None

    def check_correction(self, before: Fact, after: Fact | None) -> None:
        """Refuse a correction or retraction after which more would be cut or reversed than there is.

        What was paid is taken as it is, put right or not: the views mark where that leaves too little for the cuts.
        """
        if after is not None:
            check_fact(after)
        elif before.originator_version == 1:
            return
        mended = self.mended(before, after)
        now, then = self.ledger, ledger(mended)
        if isinstance(after, SupportShifted) and after.money:
            money = Money.read(after.money)
            if then.currency not in {None, money.currency}:
                raise OtherCurrency(_in_currency(then))
        for currency, purse in then.purses.items():
            was = now.purse(currency)
            if purse.paid < min(ZERO, was.paid) or purse.signed < min(ZERO, was.signed):
                raise ReversalExceedsAmount("More is then reversed than was recorded: correct the reversals first.")
            bounded = not then.amount_unknown and currency in _cut(mended) and not isinstance(before, PAYMENTS)
            if bounded and purse.room < min(ZERO, was.room):
                raise CutExceedsPledge(
                    f"The cuts on record then take {-purse.room:,f} {currency} more than there is: correct those first."
                )


def _cut(facts: Iterable[Fact]) -> set[str]:
    """The currencies in which shifts are said."""
    return {fact.money["currency"] for fact in facts if isinstance(fact, SupportShifted) and fact.money}


def _in_currency(book: Ledger) -> str:
    return f"This pledge is in {book.currency}: say the shift in {book.currency} too."


def _only(left: Decimal, currency: str) -> str:
    if left <= 0:
        return NOTHING_LEFT
    return f"Only {left:,f} {currency} is pledged or committed and not yet paid or already cut."
