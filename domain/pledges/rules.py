"""What no fact about a pledge may say, whether said first or put right."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from domain.fact import Fact
from domain.period import check_period
from domain.pledges.errors import AmountMustBePositive, ReasonMissing, ReasonWithoutSource, TranchesDoNotAddUp
from domain.pledges.events import PledgeMade, ShiftExplained, SupportShifted
from domain.values import Money


def check_positive(money: Money | None) -> None:
    """Refuse an amount of zero."""
    if money and money.amount == 0:
        raise AmountMustBePositive


def worth(tranches: Sequence[Money], money: Money | None) -> Money:
    """A pledge said by the year is worth the sum of its years; raises TranchesDoNotAddUp."""
    if not all(tranche.amount for tranche in tranches):
        raise AmountMustBePositive("A year without money is left out.", "tranches")
    total = Money(sum((tranche.amount for tranche in tranches), Decimal(0)), tranches[0].currency)
    if {tranche.currency for tranche in tranches} != {total.currency} or (money and money != total):
        raise TranchesDoNotAddUp
    return total


def check_fact(fact: Fact) -> None:
    """Refuse what a correction would make a fact say."""
    said: dict[str, Any] = fact.own_fields()
    money = Money.read(said["money"]) if said.get("money") else None
    check_positive(money)
    if isinstance(fact, PledgeMade):
        check_period(fact.from_on, fact.until)
        if fact.tranches:
            parts = [Money.read(tranche["money"]) for tranche in fact.tranches]
            if money != worth(parts, money):
                raise TranchesDoNotAddUp
    if isinstance(fact, SupportShifted | ShiftExplained):
        _check_reason(fact)


def _check_reason(fact: SupportShifted | ShiftExplained) -> None:
    """Whether a reason was given, and whose words it is, cannot be changed: only the words of the reason can."""
    if fact.reason and not fact.reason_source:
        raise ReasonWithoutSource("No reason was given with this shift: give it now by explain-shift.")
    if not fact.reason and (fact.reason_source or fact.reason_text):
        raise ReasonMissing("Name the reason that these words give, or retract the shift and record it anew.")
