"""Why something about a coalition is refused."""

from domain.errors import DomainError


class CoalitionOver(DomainError):
    """This coalition was closed or retracted: form a new one."""

    field = "coalition_id"


class AlreadyMember(DomainError):
    """This State or organisation is in the coalition already."""

    field = "partner"


class NotMember(DomainError):
    """This State or organisation is not in the coalition."""

    field = "partner"


class SupportsItself(DomainError):
    """The affected State is what the coalition is for: lead and partners are others."""

    field = "lead"
