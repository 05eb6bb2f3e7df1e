"""What follows when a contact is recorded."""

from domain.contacts.commands import RecordContact
from domain.contacts.contact import Contact
from domain.contacts.events import ContactRecorded
from domain.decision import Decision, decides
from domain.errors import DomainError
from domain.memory import Memory
from domain.said import said


class ContactWithItself(DomainError):
    """A contact is between a State and a donor other than itself."""

    field = "donor"


@decides(RecordContact)
def record(command: RecordContact, memory: Memory, _: None) -> Decision:
    """One contact, one record."""
    if command.donor == command.state:
        raise ContactWithItself
    stream = memory.new_stream(command, "contact")
    contact = Contact.open(ContactRecorded, stream, command, memory.at, **said(command))
    return Decision(str(contact.id), (contact,))
