"""Which activities, and which of their transactions, belong to a sector of the DAC's list."""

from adapters.importers.iati.activity import Activity, Part, Transaction

MINE_ACTION = "15250"
_DAC = {"", "1", "2", "DAC", "DAC-3"}


def belongs(activity: Activity, transaction: Transaction, sector: str | None) -> bool:
    """A transaction's own sectors decide, else the activity's; a group of three digits holds all that begin with it."""
    return sector is None or names_it(transaction.sectors or activity.sectors, sector)


def share(activity: Activity, sector: str) -> str:
    """What part of the activity it is, as the publisher says; empty where it is all of it, or not said."""
    codes = {part.code: part.percentage for part in activity.sectors if part.vocabulary.upper() in _DAC}
    return codes.get(sector, "") if len(codes) > 1 else ""


def names_it(parts: tuple[Part, ...], sector: str) -> bool:
    """Whether one of the parts is of the sector."""
    return any(part.vocabulary.upper() in _DAC and part.code.startswith(sector) for part in parts)
