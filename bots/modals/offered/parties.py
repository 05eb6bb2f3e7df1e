"""States and organisations, by any name they have."""

from bots.modals.fields import Option, option
from bots.modals.offered.looking import MOST, Looking
from bots.modals.offered.meetings import attended
from domain.names import party_name, suggested_parties, suggested_states


def states(looking: Looking) -> list[Option]:
    """States whose names begin so, or nearly."""
    return [_named(code) for code in suggested_states(looking.typed, MOST)]


def parties(looking: Looking) -> list[Option]:
    """States and organisations; one that came to the record later, by its whole name."""
    found = suggested_parties(looking.typed, MOST)
    try:
        exact = [looking.desk.names.party(looking.typed)]
    except ValueError:
        exact = []
    return [_named(code) for code in dict.fromkeys([*exact, *found])]


def speakers(looking: Looking) -> list[Option]:
    """Before anything is typed, who was at the meeting; otherwise everybody."""
    return parties(looking) if looking.typed.strip() else [_named(code) for code in attended(looking)]


def _named(code: str) -> Option:
    return option(party_name(code), code)
