"""What can be said about organisations."""

from dataclasses import dataclass

from domain.command import Command


@dataclass(frozen=True, kw_only=True)
class RegisterOrganisation(Command):
    """An organisation that gives, carries or reports support becomes known by a name, and by its code if it has one."""

    NAME = "register-organisation"
    EXAMPLE = {"name": "Demining Fund of Arendia", "code": "DFA"}

    name: str
    code: str | None = None
