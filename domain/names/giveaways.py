"""What in a text would name a State: its names, its people, its capital."""

from domain.names.directory import directory
from domain.names.folding import fold


def giveaways(text: str) -> tuple[str, ...]:
    """Words of a text that name a State, as written, in order."""
    folded = fold(text)
    return tuple(name for name in directory().states if f" {name} " in f" {folded} ")
