"""What follows when an organisation is registered."""

from contextlib import suppress

from domain.decision import Decision, decides
from domain.errors import DomainError
from domain.memory import Memory
from domain.organisations.commands import RegisterOrganisation
from domain.organisations.events import OrganisationRegistered, organisation_name
from domain.organisations.organisation import Organisation
from domain.words import Visibility


class NameTaken(DomainError):
    """A State or organisation already goes by this name or code."""

    field = "name"


class NameNotRestricted(DomainError):
    """Whoever reads may know that an organisation exists; what it gives can be held back, its name cannot."""

    field = "visibility"


@decides(RegisterOrganisation)
def register(command: RegisterOrganisation, memory: Memory, _: None) -> Decision:
    """A name belongs to one State or organisation."""
    if command.visibility is Visibility.COORDINATORS:
        raise NameNotRestricted
    code = command.code or command.name
    for field, text in (("name", command.name), ("code", code)):
        known = None
        with suppress(ValueError):
            known = memory.names.party(text)
        if known or memory.listed(Organisation, organisation_name(text)):
            raise NameTaken(f"{text!r} is already known as {known or text}: use that.", field)
    stream = memory.new_stream(command, "organisation")
    organisation = Organisation.open(OrganisationRegistered, stream, command, memory.at, name=command.name, code=code)
    return Decision(command.name, (organisation,))
