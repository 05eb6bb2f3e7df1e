"""Why something about a meeting is refused."""

from domain.errors import DomainError


class MeetingHeldAlready(DomainError):
    """This meeting took place already: correct what was recorded of it."""

    field = "meeting_id"


class MeetingNotHeld(DomainError):
    """This meeting is not recorded as held yet: hold it first."""

    field = "meeting_id"


class SummaryApprovedAlready(DomainError):
    """This summary was approved already."""

    field = "meeting_id"


class NegativeParticipants(DomainError):
    """The number of participants is not negative, and at least those named."""

    field = "participants"


class SpeakerMissing(DomainError):
    """A named statement says who spoke; choose group or withheld to leave the speaker out."""

    field = "speaker"


class SpeakerNotKept(DomainError):
    """Only a named statement has a speaker: leave it out, or choose named."""

    field = "speaker"


class GroupMissing(DomainError):
    """Say which group spoke: affected_state, donor_state, coordination_committee, isu or coordinators."""

    field = "group"


class GroupNotKept(DomainError):
    """Only a group statement names a group."""

    field = "group"


class SpeakerNotKnown(DomainError):
    """Who spoke was not kept, or was taken away: record a named statement anew."""

    field = "attribution"


class WouldNameTheSpeaker(DomainError):
    """These words would name who spoke."""

    field = "text"


class OutcomeClosedAlready(DomainError):
    """This outcome was closed already."""

    field = "outcome_id"


class CarriedAlready(DomainError):
    """This outcome was carried forward to this meeting already."""

    field = "meeting_id"


class CarriedToItsOwnMeeting(DomainError):
    """An outcome is carried forward to another meeting than its own."""

    field = "meeting_id"
