"""A donor's profile, as published once."""

from domain.record import Record


class Profile(Record):
    """The latest that a donor published holds."""

    TOPIC = "profile"
