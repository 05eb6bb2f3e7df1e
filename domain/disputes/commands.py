"""What can be said against something on record."""

from dataclasses import dataclass

from domain.command import Command
from domain.values import Id


@dataclass(frozen=True, kw_only=True)
class Dispute(Command):
    """Somebody holds that something on record is not so; both accounts stand side by side, none overwrites another."""

    NAME = "dispute"
    NAMES_THING = "about"
    EXAMPLE = {"about": "key:first-payment", "statement": "Only half of this has arrived."}

    about: Id
    statement: str
