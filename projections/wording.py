"""How amounts and lists read in a sentence."""

from collections.abc import Iterable, Sequence

from domain.values import Money


def amount(money: dict[str, str] | None) -> str:
    """`1,200,000.00 USD`, or that nobody said how much."""
    return str(Money.read(money)) if money else "an amount not known"


def listed(words: Sequence[str]) -> str:
    """`a, b and c`."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def plain_sums(moneys: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """Sums of stored money, one per currency."""
    sums: dict[str, Money] = {}
    for money in map(Money.read, moneys):
        earlier = sums.get(money.currency)
        sums[money.currency] = Money(money.amount + earlier.amount, money.currency) if earlier else money
    return [sums[currency].plain() for currency in sorted(sums)]
