"""For which States an activity is, and how an amount divides among them to the last coin."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

import pycountry

from adapters.importers.iati.activity import Activity, Part, Refusal, Transaction
from domain import names

Shares = tuple[tuple[str | None, Decimal], ...]
"""Each State with its part; None for what goes to regions, which are no State's."""
_NEARLY_WHOLE = (Decimal(99), Decimal(101))
"""Between which percentages that were rounded one by one may add up."""
_UNLISTED = {"XK": "XKX"}


def shares(activity: Activity, transaction: Transaction) -> Shares:
    """A transaction's own country decides, else the activity's, by their percentages; raises Refusal."""
    own = transaction if transaction.countries or transaction.regions else activity
    countries, regions = own.countries, own.regions
    if not countries:
        named = f": recipient-region {regions[0].name or regions[0].code} is no State" if regions else ""
        raise Refusal(f"recipient-country is missing{named}, so record the support by hand.")
    if len(countries) == 1 and not regions and not countries[0].percentage:
        return ((_state(countries[0]), Decimal(1)),)
    parts: list[tuple[str | None, Decimal]] = [(_state(part), _percentage(part, countries)) for part in countries]
    parts += [(None, _percentage(part, countries)) for part in regions]
    whole = sum((part for _, part in parts), Decimal(0))
    if not _NEARLY_WHOLE[0] <= whole <= _NEARLY_WHOLE[1]:
        raise Refusal(f"recipient-country percentages add up to {whole}, not to 100: correct them in the file.")
    merged: dict[str | None, Decimal] = {}
    for state, part in parts:
        merged[state] = merged.get(state, Decimal(0)) + part
    return tuple((state, part) for state, part in merged.items() if part)


def divided(coins: int, among: Sequence[Decimal]) -> list[int]:
    """Coins divided by weight with none lost: those left over go where most was cut off."""
    whole = sum(among)
    exact = [Decimal(abs(coins)) * weight / whole for weight in among]
    parts = [int(part) for part in exact]
    by_rest = sorted(range(len(parts)), key=lambda at: (parts[at] - exact[at], at))
    for at in by_rest[: abs(coins) - sum(parts)]:
        parts[at] += 1
    return [part if coins >= 0 else -part for part in parts]


def _percentage(part: Part, countries: tuple[Part, ...]) -> Decimal:
    try:
        value = Decimal(part.percentage)
    except InvalidOperation:
        value = Decimal("NaN")
    if not part.percentage:
        listed = ", ".join(each.code or each.name for each in countries)
        raise Refusal(
            f"recipient-country names {listed}, and {part.code or part.name} has no percentage: IATI does not split "
            "the amounts, so record the support by hand."
        )
    if not value.is_finite() or value < 0:
        raise Refusal(f"recipient-country percentage {part.percentage!r} is not a number: correct it in the file.")
    return value


def _state(part: Part) -> str:
    code = part.code.upper()
    listed = pycountry.countries.get(alpha_2=code) if len(code) == 2 else None
    long = listed.alpha_3 if listed else _UNLISTED.get(code, code)
    for text in (long, part.name):
        try:
            return names.state(text)
        except names.UnknownName:
            continue
    raise Refusal(f"recipient-country: no State has the code {part.code!r}: correct it in the file.")
