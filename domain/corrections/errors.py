"""Why a correction, a retraction or a change of who may see is refused."""

from domain.errors import DomainError


class NothingToCorrect(DomainError):
    """Say what changes, or `retract: true`; one of the two."""

    field = "changes"


class AlreadyRetracted(DomainError):
    """This fact was retracted already."""

    field = "event_id"


class NotCorrectable(DomainError):
    """This kind of fact cannot be changed: retract it, and record it anew."""

    field = "event_id"


class SeenBySameCircle(DomainError):
    """This is what it is already."""

    field = "visibility"


class RecordedAnew(DomainError):
    """This was recorded anew after it was retracted: retract what was recorded since, then take this back."""

    field = "retract"
