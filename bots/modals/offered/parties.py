"""States and organisations, by any name they have."""

from collections.abc import Iterable

from bots.modals.fields import LONGEST_VALUE, Option, option
from bots.modals.offered.looking import MOST, Looking
from bots.modals.offered.meetings import attended
from bots.signs import size
from domain.names import party_name, suggested_parties, suggested_states


def states(looking: Looking) -> list[Option]:
    """States whose names begin so, or nearly."""
    return called(suggested_states(looking.typed, MOST))


def parties(looking: Looking) -> list[Option]:
    """States and organisations; one that came to the record later, by its whole name."""
    found = suggested_parties(looking.typed, MOST)
    try:
        exact = [looking.desk.names.party(looking.typed)]
    except ValueError:
        exact = []
    return called(dict.fromkeys([*exact, *found]))


def speakers(looking: Looking) -> list[Option]:
    """Before anything is typed, who was at the meeting; otherwise everybody."""
    return parties(looking) if looking.typed.strip() else called(attended(looking))


def called(codes: Iterable[str]) -> list[Option]:
    """By their names; whoever has no code that an option can hold cannot be chosen here."""
    return [option(party_name(code), code) for code in codes if size(code) <= LONGEST_VALUE]
