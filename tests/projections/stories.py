"""Random stories: what two States, two donors and the Coordinators might record, in any order, rightly or wrongly."""

from collections.abc import Callable
from dataclasses import dataclass, field

from builders import Clock, Kept, a_command
from hypothesis import strategies as st
from story_steps import SAID, Choice, Known

from domain.errors import DomainError
from domain.memory import Receipt

Step = tuple[str, int, int, int, int]
OFTEN = [*["shift"] * 6, *["correct"] * 4, *["retract", "see", "explain"] * 2, "pay", "commit"]
BEGINNING: list[Step] = [("pledge", 1, 2, 2, 3), ("request", 1, 2, 2, 3), ("pledge", 4, 1, 1, 2)]
STEPS = st.lists(
    st.tuples(st.sampled_from([*SAID, *OFTEN]), *(st.integers(0, 59) for _ in range(4))), min_size=12, max_size=36
).map(lambda steps: BEGINNING + steps)


@dataclass
class Story:
    """A record in the making; refusals are part of the story."""

    record: Kept
    known: Known = field(default_factory=Known)
    when_shifted: Callable[[str], None] = lambda _: None
    """Called with each shift's id once it was accepted."""

    def tell(self, steps: list[Step]) -> None:
        """Record what can be recorded, in one transaction."""
        with self.record.datastore.shared():
            for kind, *numbers in steps:
                receipt = self._record(kind, Choice(self.known, *numbers))
                if receipt:
                    self._remember(kind, receipt)

    def _record(self, kind: str, choice: Choice) -> Receipt | None:
        name, body = SAID[kind](choice)
        try:
            with self.record.datastore.attempt():
                return self.record.coordination.handle(a_command(name, **body))
        except DomainError:
            return None

    def _remember(self, kind: str, receipt: Receipt) -> None:
        self.known.events += receipt.event_ids
        if kind in {"pledge", "request", "shift"}:
            {"pledge": self.known.pledges, "request": self.known.requests, "shift": self.known.shifts}[kind].append(
                receipt.id
            )
        if kind == "shift":
            streams = (self.record.recorder.streams(event)[0] for event in receipt.event_ids)
            self.known.pledges += [str(stream) for stream in streams if str(stream) not in self.known.pledges]
            self.when_shifted(receipt.id)


def chunks(steps: list[Step], size: int) -> list[list[Step]]:
    """What is recorded between two looks of the projector."""
    return [steps[start : start + size] for start in range(0, len(steps), size)]


def a_clock() -> Clock:
    """Every story is told on one day."""
    return Clock("2025-06-15")
