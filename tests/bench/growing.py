"""A record as large as wanted: needs, pledges and what became of them, between invented States, over twenty years."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice
from typing import Any

from adapters.importers.line import Line
from adapters.importers.run import Import
from adapters.wiring import Service
from domain.actor import Actor

BENCH = Actor("bench", operator=True)
STATES = [f"X{first}{second}" for first in "ABCDEF" for second in "ABCDEFGHIJ"]
DONORS = [f"X{first}{second}" for first in "PQ" for second in "ABCDEFGHIJ"]
FIRST_DAY = date(2005, 1, 1)
EVENTS_OF_A_CASE = 8

Said = tuple[str, str, dict[str, object]]


def grow(service: Service, events: int) -> None:
    """Record so many events, and let the views follow."""
    lines = (Line(number, tuple(case(number))) for number in range(1, events // EVENTS_OF_A_CASE + 1))
    outcome = Import(service, BENCH).run(lines)
    assert not outcome.refused, outcome.refused[0]
    service.projector.catch_up()


def case(number: int) -> Iterator[Said]:
    """A need, a pledge for it, its payments, a cut, and why: eight events."""
    state, donor = STATES[number % len(STATES)], DONORS[number % 7 % len(DONORS)]
    days = (FIRST_DAY + timedelta((number * 37) % 7000 + 20 * step) for step in count())
    on = (day.isoformat() for day in days)
    pledge = {"pledge_id": f"key:{number}-pledge"}
    steps: list[tuple[str, str, dict[str, object]]] = [
        ("request", "submit-request", {
            "state": state, "article": 4, "nature": ["financial"], "need": f"District {number} is to be cleared.",
        }),
        ("contact", "record-contact", {"state": state, "donor": donor, "kind": "briefing"}),
        ("pledge", "make-pledge", {
            "state": state, "donor": donor, "request_id": f"key:{number}-request", "money": euros(100_000),
        }),
        ("commitment", "commit-pledge", pledge | {"money": euros(90_000)}),
        ("payment", "disburse-pledge", pledge | {"money": euros(40_000)}),
        ("receipt", "report-receipt", pledge | {"money": euros(39_500)}),
        ("cut", "shift-support", pledge | {
            "state": state, "donor": donor, "direction": "cut", "money": euros(10_000), "unexplained": True,
        }),
        ("reason", "explain-shift", {
            "shift_id": f"key:{number}-cut", "reason": "budget", "reason_text": "The budget fell.",
            "reason_source": "donor_stated",
        }),
    ]  # fmt: skip
    for (name, command, body), day in zip(steps, islice(on, len(steps)), strict=True):
        dated: dict[str, object] = {"on": day} if command == "record-contact" else {"occurred_on": day}
        yield command, f"{number}-{name}", body | dated


def euros(amount: int) -> dict[str, Any]:
    """Money as a body holds it."""
    return {"amount": str(amount), "currency": "EUR"}
