"""What can be said about organisations."""

from dataclasses import dataclass

from domain.command import Command


@dataclass(frozen=True, kw_only=True)
class RegisterOrganisation(Command):
    """An organisation that gives, carries or reports support becomes known by its name, and by a short code for it."""

    NAME = "register-organisation"
    EXAMPLE = {"name": "Demining Fund of Arvandor", "code": "DFA"}

    name: str
    code: str | None = None
