"""A pledge: a donor's support to a State, from announcement to payment, with every shift in it."""

from collections.abc import Iterable
from decimal import Decimal

from domain.fact import Fact
from domain.pledges.errors import (
    CutExceedsPledge,
    OtherCurrency,
    PledgeRetracted,
    ReversalExceedsAmount,
    SupportAlreadyEnded,
)
from domain.pledges.events import PledgeMade, SupportShifted
from domain.pledges.ledger import Ledger, ledger
from domain.record import Record
from domain.values import Money
from domain.words import Direction

LESS = frozenset({Direction.CUT, Direction.REDIRECT, Direction.END})


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
        return ledger(self._counting())

    def _counting(self) -> list[Fact]:
        return [each.fact for each in self.standing() if each.counts]

    def check_stands(self) -> None:
        """Refuse to build on a pledge that never was."""
        if not self.opening.counts:
            raise PledgeRetracted

    def check_shift(self, direction: Direction, money: Money | None) -> None:
        """Refuse a shift in another currency, beyond what is left, or a second end."""
        book = self.ledger
        if direction is Direction.END and book.ended_on:
            raise SupportAlreadyEnded(f"This support ended on {book.ended_on}.")
        if money and book.currency and money.currency != book.currency:
            raise OtherCurrency(f"This pledge is in {book.currency}: say the shift in {book.currency} too.")
        if money and direction in LESS and not book.amount_unknown:
            _check_room(book.purse(money.currency).room - money.amount, money)

    def check_reversal(self, money: Money, paid: bool) -> None:
        """Refuse to reverse more than was paid or committed in this currency."""
        purse = self.ledger.purse(money.currency)
        recorded = purse.paid if paid else purse.signed
        if money.amount > recorded:
            what = "paid" if paid else "committed"
            raise ReversalExceedsAmount(f"Only {recorded:,f} {money.currency} is recorded as {what}.")

    def check_correction(self, before: Fact, after: Fact | None, field: str) -> None:
        """Refuse a correction or retraction after which cuts would take more than there is to take."""
        if before.originator_version == 1 and after is None:
            return
        mended = [after if fact.event_id == before.event_id else fact for fact in self._counting()]
        worse = ledger(fact for fact in mended if fact is not None)
        if worse.amount_unknown:
            return
        for currency, room in _rooms(worse, mended):
            if room < min(Decimal(0), self.ledger.purse(currency).room):
                raise CutExceedsPledge(
                    f"The cuts on record then take {-room:,f} {currency} more than there is: correct those first.",
                    field,
                )


def _rooms(book: Ledger, facts: Iterable[Fact | None]) -> Iterable[tuple[str, Decimal]]:
    """Room left in each currency in which something was taken."""
    taken = {fact.money["currency"] for fact in facts if isinstance(fact, SupportShifted) and fact.money}
    return [(currency, book.purse(currency).room) for currency in taken]


def _check_room(left: Decimal, money: Money) -> None:
    if left < 0:
        raise CutExceedsPledge(
            f"Only {max(left + money.amount, Decimal(0)):,f} {money.currency} is pledged or committed and not yet paid "
            "or already cut."
        )
