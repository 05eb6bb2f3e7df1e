"""A history as people read it: one sentence a fact, its two dates, its source, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

from adapters.http.pages.figures import day_of
from domain.fact import FACTS


@dataclass(frozen=True)
class Line:
    """One fact, as it is shown."""

    fact: dict[str, Any]
    recorded_on: str
    recorded_later: bool
    corrections: list[str]
    """Where the corrections stand: further down on this page, or on a page of their own."""
    corrects: str | None
    whose: str | None
    """Whose words a reason is, where this fact gives one."""


def lines(facts: list[dict[str, Any]], zone: tzinfo) -> list[Line]:
    """The facts in their order."""
    here = {fact["event_id"] for fact in facts}
    return [_line(fact, here, zone) for fact in facts]


def kinds() -> list[str]:
    """The kinds of fact that a State's history may hold."""
    return [kind for kind, fact in sorted(FACTS.items()) if not fact.ADMINISTRATIVE and kind not in _OF_NO_STATE]


_OF_NO_STATE = ("organisation.registered", "rate.recorded")


def _line(fact: dict[str, Any], here: Iterable[str], zone: tzinfo) -> Line:
    recorded_on = day_of(fact["recorded_at"], zone)
    return Line(
        fact=fact,
        recorded_on=recorded_on,
        recorded_later=recorded_on > fact["occurred_on"],
        corrections=[_place(event_id, here) for event_id in fact["corrections"]],
        corrects=_place(fact["corrects"], here) if fact["corrects"] else None,
        whose=fact["detail"].get("reason_source"),
    )


def _place(event_id: str, here: Iterable[str]) -> str:
    return f"#e-{event_id}" if event_id in here else f"/events/{event_id}"
