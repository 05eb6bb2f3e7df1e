"""One contact with a donor about a State."""

from domain.record import Record


class Contact(Record):
    """A briefing, letter, talk or visit."""

    TOPIC = "contact"
