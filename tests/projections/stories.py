"""Random stories: what two States, two donors and the Coordinators might record, in any order, rightly or wrongly."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from builders import COORDINATOR, Clock, Kept, a_command, euros, someone, stated
from hypothesis import strategies as st

from domain.errors import DomainError
from domain.memory import Receipt

PEOPLE = [COORDINATOR, COORDINATOR, someone("state", "XAA"), someone("donor", "XBB")]
CIRCLES = [None, None, "public", "states_parties", "coordinators"]
MONEYS = [None, euros(10), euros(25), euros(60), euros(100), {"amount": "30", "currency": "USD"}]
SOURCE = {"kind": "letter", "ref": "12"}
REASONS = [{"unexplained": True}, stated(), stated(source="coordinator_inference"), stated(source="recipient_account")]
MENDINGS: list[dict[str, Any]] = [
    {"money": euros(15)},
    {"money": euros(80)},
    {"money": None},
    {"money": MONEYS[-1]},
    {"occurred_on": "2025-02-03"},
    {"occurred_on": None},
    {"note": "Put right."},
    {"paid_on": "2025-03-03"},
    {"paid_on": None},
    {"signed_on": "2025-03-03", "money": euros(5)},
    {"need": "Something else."},
    {"until": "2025-01-01"},
    {"from_on": "2026-01-01", "until": "2026-06-01"},
    {"reason": "budget"},
    {"reason_text": None},
    {"usd_rate": "2.5"},
    {"conditions": "As agreed."},
    {"source": None},
    {"article": 5},
    {"reported_by": "XBB"},
]

Step = tuple[str, int, int, int, int]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *("pledge", "pledge", "shift", "shift", "shift", "commit", "pay", "correct", "correct", "retract"),
                *("reverse-payment", "reverse-commitment", "explain", "ask", "receipt", "see", "see"),
                *("request", "amend", "settle", "withdraw", "contact", "report", "rate"),
            ]
        ),
        *(st.integers(0, 59) for _ in range(4)),
    ),
    min_size=1,
    max_size=30,
)  # fmt: skip


@dataclass
class Story:
    """A record in the making, and the ids that later steps may name."""

    record: Kept
    pledges: list[str] = field(default_factory=lambda: ["none"])
    requests: list[str] = field(default_factory=lambda: ["none"])
    shifts: list[str] = field(default_factory=lambda: ["none"])
    events: list[str] = field(default_factory=lambda: ["none"])
    seen_shift: Callable[[str], None] = lambda _: None

    def tell(self, steps: list[Step]) -> None:
        """Record what can be recorded, all in one transaction; refusals are part of the story."""
        with self.record.datastore.shared():
            for step in steps:
                receipt = self._record(step)
                if receipt is None:
                    continue
                self.events += receipt.event_ids
                kind = step[0]
                if kind in {"pledge", "request", "shift"}:
                    {"pledge": self.pledges, "request": self.requests, "shift": self.shifts}[kind].append(receipt.id)
                if kind == "shift":
                    self.pledges += [str(stream) for event in receipt.event_ids for stream in self._streams(event)]
                    self.seen_shift(receipt.event_ids[0])

    def _streams(self, event: str) -> list[Any]:
        return self.record.recorder.streams(event)

    def _record(self, step: Step) -> Receipt | None:
        try:
            with self.record.datastore.attempt():
                return self.record.coordination.handle(a_command(**self._command(*step)))
        except DomainError:
            return None

    def _command(self, kind: str, one: int, two: int, three: int, four: int) -> dict[str, Any]:
        """Any step as a command's plain JSON."""
        day = (date(2025, 6, 15) - timedelta(days=two * 5)).isoformat()
        common = {"by": pick(PEOPLE, four), "visibility": pick(CIRCLES, three), "source": pick([None, SOURCE], four)}
        money, pledge = pick(MONEYS, one), pick(self.pledges, two)
        donor, state = pick(["XBB", "XBB", "XBC"], one), pick(["XAA", "XAA", "XAB"], two)
        dated = common | {"occurred_on": day}
        of_pledge = dated | {"pledge_id": pledge, "money": money}
        match kind:
            case "pledge":
                parent = pick([None, None, pledge], three)
                answers = pick([None, pick(self.requests, one)], two)
                said = {"donor": donor, "state": state, "money": money, "parent_pledge_id": parent}
                return {"name": "make-pledge", "request_id": answers, **said, **dated}
            case "shift":
                direction = pick(["cut", "redirect", "end", "increase"], three)
                said = {"donor": donor, "state": state, "direction": direction, "money": money}
                said["to_state"] = {"XAA": "XAB", "XAB": "XAA"}[state] if direction == "redirect" else None
                return {
                    "name": "shift-support",
                    **said,
                    **pick(REASONS, four),
                    **pick([{}, {"pledge_id": pledge}], one),
                    **dated,
                }
            case "commit" | "pay":
                return {"name": {"commit": "commit-pledge", "pay": "disburse-pledge"}[kind], **of_pledge}
            case "receipt":
                return {"name": "report-receipt", **of_pledge}
            case "reverse-payment" | "reverse-commitment":
                return {"name": kind, "why": "Returned.", **of_pledge, "money": money or euros(5)}
            case "explain":
                return {"name": "explain-shift", "shift_id": pick(self.shifts, one), **pick(REASONS[1:], two), **dated}
            case "ask":
                return {"name": "ask-explanation", "shift_id": pick(self.shifts, one), "asked_of": donor, **dated}
            case "request":
                said = {"state": state, "article": 4, "nature": ["legal"], "need": "A law.", "money": money}
                return {"name": "submit-request", "until": pick([None, day], three), **said, **dated}
            case "amend":
                return {"name": "amend-request", "request_id": pick(self.requests, one), "money": money, **dated}
            case "settle":
                status = pick(["met", "partly_met"], two)
                return {"name": "settle-request", "request_id": pick(self.requests, one), "status": status, **dated}
            case "withdraw":
                return {"name": "withdraw-request", "request_id": pick(self.requests, one), "why": "Done.", **dated}
            case "contact":
                return {"name": "record-contact", "donor": donor, "state": state, "kind": "letter", "on": day, **common}
            case "report":
                said = {"state": state, "kind": "annual", "year": 2015 + one % 10, "filed_on": day}
                return {"name": "file-article7-report", **said, **common}
            case "rate":
                said = {"currency": "EUR", "usd_rate": f"1.{1 + one}", "on": day}
                return {"name": "record-rate", **said, **common}
            case "correct":
                said = {"event_id": pick(self.events, one), "changes": pick(MENDINGS, two), "why": "Wrong."}
                return {"name": "correct", "by": pick(PEOPLE, four), **said}
            case "retract":
                said = {"event_id": pick(self.events, one), "retract": True, "why": "Wrong."}
                return {"name": "correct", "by": pick(PEOPLE, four), **said}
            case _:
                circle = pick(CIRCLES[2:], three)
                about = pick(self.events, one)
                return {"name": "change-visibility", "about": about, **dated, "visibility": circle, "why": "Decided."}


def pick(choices: list[Any], number: int) -> Any:
    """One of them; later numbers reach later things."""
    return choices[number % len(choices)]


def chunks(steps: list[Step], size: int) -> list[list[Step]]:
    """What is recorded between two looks of the projector."""
    return [steps[start : start + size] for start in range(0, len(steps), size)]


def a_clock() -> Clock:
    """Every story is told on one day."""
    return Clock("2025-06-15")
