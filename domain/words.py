"""The words of the field, as the Convention and its meetings use them."""

from enum import IntEnum, StrEnum


class Article(IntEnum):
    """Articles of the Convention under which assistance is sought or given."""

    STOCKPILES = 3
    CLEARANCE = 4
    VICTIM_ASSISTANCE = 5
    TRANSPARENCY = 7
    NATIONAL_MEASURES = 9


class Nature(StrEnum):
    """What kind of assistance is sought."""

    FINANCIAL = "financial"
    TECHNICAL = "technical"
    MATERIAL = "material"
    LEGAL = "legal"


class RequestStatus(StrEnum):
    """Where a request stands; the first two are open."""

    OPEN = "open"
    PARTLY_MET = "partly_met"
    MET = "met"
    MET_FOR_NOW = "met_for_now"
    WITHDRAWN = "withdrawn"


class Settlement(StrEnum):
    """How far a request was met, as its State or the Coordinators say."""

    PARTLY_MET = "partly_met"
    MET = "met"
    MET_FOR_NOW = "met_for_now"


class Direction(StrEnum):
    """How support changed."""

    INCREASE = "increase"
    CUT = "cut"
    REDIRECT = "redirect"
    END = "end"


class Reason(StrEnum):
    """Why support changed; the first three are the Coordination Committee's own."""

    PROFILE_MOVED = "profile_moved"
    BELIEVED_RESOLVED = "believed_resolved"
    MEMORY_LOST = "memory_lost"
    STRATEGY_CHANGE = "strategy_change"
    BUDGET = "budget"
    COMPLETED = "completed"
    SECURITY = "security"
    OTHER = "other"


class ReasonSource(StrEnum):
    """Whose words a reason is; the last never reads as the first."""

    DONOR_STATED = "donor_stated"
    RECIPIENT_ACCOUNT = "recipient_account"
    COORDINATOR_INFERENCE = "coordinator_inference"


class Visibility(StrEnum):
    """Who may see a fact, widest first."""

    PUBLIC = "public"
    STATES_PARTIES = "states_parties"
    COORDINATORS = "coordinators"

    @property
    def rank(self) -> int:
        """0 for the widest circle, 2 for the narrowest."""
        return _RANKS[self]


_RANKS = {circle: rank for rank, circle in enumerate(Visibility)}


class Earmarking(StrEnum):
    """How closely support is tied to a project."""

    UNEARMARKED = "unearmarked"
    SOFTLY = "softly"
    EARMARKED = "earmarked"
    TIGHTLY = "tightly"


class TiedStatus(StrEnum):
    """Where goods may be bought."""

    TIED = "tied"
    PARTIALLY_TIED = "partially_tied"
    UNTIED = "untied"


class Channel(StrEnum):
    """The way support takes to the State."""

    BILATERAL = "bilateral"
    UN = "un"
    INTERNATIONAL_ORG = "international_org"
    REGIONAL_ORG = "regional_org"
    NGO = "ngo"
    TRUST_FUND = "trust_fund"


class ReportKind(StrEnum):
    """Article 7 reports: the first, then one a year."""

    INITIAL = "initial"
    ANNUAL = "annual"


class FormStatus(StrEnum):
    """What a form of an Article 7 report says against the year before."""

    CHANGED = "changed"
    UNCHANGED = "unchanged"
    NOT_APPLICABLE = "not_applicable"


class PlanKind(StrEnum):
    """Plans that a State adopts to meet an obligation."""

    COMPLETION = "completion"
    NATIONAL_ACTION = "national_action"


class ContactKind(StrEnum):
    """How a donor was kept informed."""

    BRIEFING = "briefing"
    LETTER = "letter"
    BILATERAL = "bilateral"
    VISIT = "visit"
    OTHER = "other"


class SourceKind(StrEnum):
    """Where a fact was learnt."""

    MEETING = "meeting"
    ARTICLE7 = "article7"
    LETTER = "letter"
    BILATERAL = "bilateral"
    SLACK = "slack"
    IATI = "iati"
    FTS = "fts"
    PRESS = "press"
    OTHER = "other"


class Role(StrEnum):
    """What someone may do with the record."""

    PUBLIC = "public"
    READER = "reader"
    STATE = "state"
    DONOR = "donor"
    COORDINATOR = "coordinator"
    AUDITOR = "auditor"
    ADMIN = "admin"


class Joining(StrEnum):
    """The act by which a State became a party."""

    RATIFICATION = "ratification"
    ACCESSION = "accession"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"


class Outlook(StrEnum):
    """How a deadline looks."""

    ON_TRACK = "on_track"
    NEEDS_ASSISTANCE = "needs_assistance"
    WILL_MEET_ALONE = "will_meet_alone"
    UNCLEAR = "unclear"


class DecidedBy(StrEnum):
    """How an extension was decided."""

    MEETING = "meeting"
    SILENCE_PROCEDURE = "silence_procedure"


class CoverageSubject(StrEnum):
    """What the record may be kept of only from a day on."""

    ARTICLE7 = "article7"
    ASSISTANCE = "assistance"
    OBLIGATIONS = "obligations"
    MEETINGS = "meetings"
    CONTACTS = "contacts"


class Challenge(StrEnum):
    """What makes implementation hard."""

    SCALE_OF_CONTAMINATION = "scale_of_contamination"
    CAPACITY = "capacity"
    FUNDING = "funding"
    EXPERTISE_AND_RESOURCES = "expertise_and_resources"
    LONG_TERM_PARTNERSHIPS = "long_term_partnerships"
    PROCEDURES = "procedures"
    ARMED_CONFLICT = "armed_conflict"
    NEW_CONTAMINATION = "new_contamination"
    GEOGRAPHY_AND_CLIMATE = "geography_and_climate"
    TECHNOLOGY = "technology"
    INFORMATION_AND_MAPS = "information_and_maps"
    DISPLACEMENT = "displacement"
    ORGANISATION_PRESENCE = "organisation_presence"


class RouteAbout(StrEnum):
    """What somebody is reminded of."""

    DEADLINES = "deadlines"
    OUTCOMES = "outcomes"
    EXPLANATIONS = "explanations"
