"""How donors were kept informed."""

from domain.fact import Opening


class ContactRecorded(Opening):
    TOPIC = "contact.recorded"
    ABOUT = "A donor was kept informed about a State."
    COMMAND = "record-contact"
    ERASABLE = ("note", "text")
    FIXED = ("state", "donor")

    state: str
    donor: str
    kind: str
    on: str
    text: str | None = None
