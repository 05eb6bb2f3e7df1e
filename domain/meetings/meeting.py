"""A meeting, with all that was said and settled at it."""

from typing import TypeVar

from domain.command import Command
from domain.fact import Fact
from domain.fact_changes import FactCorrected
from domain.meeting_words import Attribution
from domain.meetings.anonymity import check_about_anonymous, check_words, is_anonymous, without_speaker
from domain.meetings.attributions import check_attribution
from domain.meetings.errors import SpeakerNotKnown, WouldNameTheSpeaker
from domain.meetings.events import (
    MeetingHeld,
    MeetingMoved,
    MeetingScheduled,
    OutcomeCarriedForward,
    OutcomeClosed,
    OutcomeRecorded,
    StatementRecorded,
    SummaryApproved,
)
from domain.meetings.presence import check_presence
from domain.record import Record

C = TypeVar("C", bound=Command)

AT_THE_MEETING = frozenset({"hold-meeting", "record-statement", "record-outcome", "record-recommendation"})


class Meeting(Record):
    """Planned, perhaps moved, held, and its summary approved."""

    TOPIC = "meeting"

    @property
    def on(self) -> str:
        """The day it is on, after every move."""
        moved = [each.fact.on for each in self.standing() if isinstance(each.fact, MeetingMoved) and each.counts]
        opening = self.opening.fact
        assert isinstance(opening, MeetingScheduled)
        return moved[-1] if moved else opening.on

    @property
    def hosts(self) -> frozenset[str]:
        """Who convenes it."""
        opening = self.opening.fact
        assert isinstance(opening, MeetingScheduled)
        return frozenset(opening.hosts or ())

    @property
    def held(self) -> MeetingHeld | None:
        """How it took place, if it did."""
        held = [each.fact for each in self.standing() if isinstance(each.fact, MeetingHeld) and each.counts]
        return held[-1] if held else None

    @property
    def approved(self) -> bool:
        """Whether its summary is no longer a draft."""
        return any(isinstance(each.fact, SummaryApproved) and each.counts for each in self.standing())

    def outcome(self, name: str) -> OutcomeRecorded | None:
        """The outcome that goes by an id."""
        found = self.find(name)
        return found.fact if found and isinstance(found.fact, OutcomeRecorded) and found.counts else None

    def carried_to(self, outcome_id: str) -> frozenset[str]:
        """The later meetings to which an outcome was carried."""
        return frozenset(
            each.fact.to_meeting_id
            for each in self.standing()
            if isinstance(each.fact, OutcomeCarriedForward) and each.fact.outcome_id == outcome_id and each.counts
        )

    def is_closed(self, outcome_id: str) -> bool:
        """Whether an outcome was done or dropped."""
        return any(
            isinstance(each.fact, OutcomeClosed) and each.fact.outcome_id == outcome_id and each.counts
            for each in self.standing()
        )

    def check_correction(self, before: Fact, after: Fact | None) -> None:
        """What is put right must not name a speaker either; nor may it be taken back that somebody is not named."""
        if isinstance(before, FactCorrected) and after is None:
            before, after = self._now_and_without(before)
        if isinstance(after, MeetingHeld):
            check_presence(after)
        if isinstance(after, OutcomeRecorded) and after.about:
            about = self.find(after.about)
            if about and is_anonymous(about.fact):
                check_about_anonymous(after, self.hosts, before)
        if isinstance(after, StatementRecorded):
            check_attribution(after)
            self._check_anonymity(before, after)

    def _check_anonymity(self, before: Fact, after: StatementRecorded) -> None:
        """Words that a person confirmed may stay; a name that was not kept cannot be given."""
        kept = is_anonymous(before)
        if kept and not is_anonymous(after):
            raise SpeakerNotKnown
        if is_anonymous(after):
            if after.reported_by:
                raise WouldNameTheSpeaker("Whose word it is would name who spoke: leave it out.", "reported_by")
            check_words(after, ("text", "note"), "reword it.", before if kept else None)

    def kept(self, command: C, fact: Fact) -> C:
        """What is said about a statement that is not named, or is to be no longer, names nobody either."""
        found = self.find(getattr(fact, fact.BELONGS_TO)) if fact.BELONGS_TO else None
        about = found.fact if found else fact
        asked = (getattr(command, "changes", None) or {}).get("attribution", Attribution.NAMED)
        if not isinstance(about, StatementRecorded) or not (is_anonymous(about) or asked != Attribution.NAMED):
            return command
        worded = tuple(field for field in ("why", "statement", "note") if hasattr(command, field))
        check_words(command, worded, "reword it.")
        return without_speaker(command)

    def _now_and_without(self, correction: FactCorrected) -> tuple[Fact, Fact | None]:
        """What was corrected, as it stands and as it would stand without this correction."""
        without = (fact for fact in self.mended(correction, None) if fact.event_id == correction.corrects)
        standing = self.find(correction.corrects)
        return (standing.fact if standing else correction), next(without, None)

    def day_of(self, command: Command) -> str | None:
        """What is said and settled at a meeting happened on its day, unless something else is said."""
        return self.on if command.NAME in AT_THE_MEETING else None
