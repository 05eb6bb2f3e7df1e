"""Refusals: each names the field it is about and the way out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FieldError:
    """One thing wrong with one field of a command; nested fields are dotted (`money.amount`)."""

    field: str
    message: str


class DomainError(Exception):
    """A rule was broken. `field` names the part of the command, the text is for a person."""

    field = ""

    def __init__(self, message: str | None = None, field: str | None = None) -> None:
        super().__init__(message or (self.__doc__ or "").strip())
        if field is not None:
            self.field = field

    @property
    def errors(self) -> tuple[FieldError, ...]:
        """What to show under which field."""
        return (FieldError(self.field, str(self)),)


class InvalidCommand(DomainError):
    """One or more fields cannot be understood."""

    def __init__(self, errors: tuple[FieldError, ...]) -> None:
        super().__init__("; ".join(f"{error.field}: {error.message}" for error in errors), errors[0].field)
        self._errors = errors

    @property
    def errors(self) -> tuple[FieldError, ...]:
        """Every field that is wrong, in the order of the command."""
        return self._errors


class UnknownId(DomainError):
    """Nothing is on record under this id."""


class NotAllowed(DomainError):
    """This is not yours to record."""


class StaleVersion(DomainError):
    """The record has moved on since you read it: read it again, then decide."""

    field = "If-Match"


class KeyReused(DomainError):
    """This idempotency key already recorded another command: use a new key for a new command."""

    field = "Idempotency-Key"


class AlreadyOnRecord(DomainError):
    """This is on record already: correct it, or retract it first."""


class SameOnRecord(AlreadyOnRecord):
    """Exactly this is on record already."""


class RecordUnavailable(Exception):
    """The database is full, locked or gone; nothing was recorded."""

    outcome = "Nothing was recorded."


class OutcomeUnknown(RecordUnavailable):
    """The database went away at the last moment."""

    outcome = "It is not known whether this was recorded: repeat it under the same key, and it is recorded once."
