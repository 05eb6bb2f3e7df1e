"""A meeting, with all that was said and settled at it."""

from domain.command import Command
from domain.fact import Fact
from domain.meetings.errors import WouldNameTheSpeaker
from domain.meetings.events import (
    MeetingHeld,
    MeetingMoved,
    MeetingScheduled,
    OutcomeClosed,
    OutcomeRecorded,
    StatementRecorded,
    SummaryApproved,
)
from domain.names import giveaways
from domain.record import Record
from domain.words import Attribution

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

    def is_closed(self, outcome_id: str) -> bool:
        """Whether an outcome was done or dropped."""
        return any(
            isinstance(each.fact, OutcomeClosed) and each.fact.outcome_id == outcome_id and each.counts
            for each in self.standing()
        )

    def check_correction(self, before: Fact, after: Fact | None) -> None:  # noqa: ARG002 - what stood may stay
        """A text that is put right must not name a speaker either."""
        if isinstance(after, StatementRecorded) and after.attribution != Attribution.NAMED:
            for field, text in (("text", after.text), ("note", after.note)):
                if found := giveaways(text or ""):
                    raise WouldNameTheSpeaker(f"“{found[0]}” may name who spoke: reword it.", field)

    def day_of(self, command: Command) -> str | None:
        """What is said and settled at a meeting happened on its day, unless something else is said."""
        return self.on if command.NAME in AT_THE_MEETING else None
