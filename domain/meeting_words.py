"""The words of meetings: what kinds there are, whose a statement is, what is settled and advised."""

from enum import StrEnum


class MeetingKind(StrEnum):
    """Meetings run in a cycle of three (donors, affected, joint), beside the Convention's own."""

    DONORS = "donors"
    AFFECTED = "affected"
    JOINT = "joint"
    WORKSHOP = "workshop"
    MSP = "msp"
    REVIEW_CONFERENCE = "review_conference"
    COORDINATION = "coordination"


class Attribution(StrEnum):
    """How a statement is attributed; only a named one has a speaker."""

    NAMED = "named"
    GROUP = "group"
    WITHHELD = "withheld"


class Group(StrEnum):
    """Whom a group statement is attributed to."""

    AFFECTED_STATE = "affected_state"
    DONOR_STATE = "donor_state"
    COORDINATION_COMMITTEE = "coordination_committee"
    ISU = "isu"
    COORDINATORS = "coordinators"


class AccessIssue(StrEnum):
    """What makes assistance hard to get."""

    FEW_SELECT_STATES = "few_select_states"
    DONOR_PRIORITIES_OPAQUE = "donor_priorities_opaque"
    TIED_TO_PROJECTS = "tied_to_projects"
    NO_ORGANISATION_PRESENCE = "no_organisation_presence"


class OutcomeStatus(StrEnum):
    """Where an outcome stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class OutcomeResult(StrEnum):
    """How an outcome was closed."""

    DONE = "done"
    DROPPED = "dropped"


class Addressee(StrEnum):
    """To whom a recommendation is addressed."""

    AFFECTED_STATES = "affected_states"
    DONORS = "donors"
    ISU = "isu"
    COORDINATORS = "coordinators"
    ALL = "all"
