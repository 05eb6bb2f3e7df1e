"""What deadlines are read from, and what one deadline says."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from projections.memberships import membership

Document = dict[str, Any]


@dataclass(frozen=True)
class OnRecord:
    """The documents that deadlines are read from, as one audience may see them, and the day it is."""

    today: str
    acts: dict[str, list[Document]] = field(default_factory=dict)
    obligations: list[Document] = field(default_factory=list)
    reports: list[Document] = field(default_factory=list)
    meetings: dict[str, Document] = field(default_factory=dict)
    outcomes: list[Document] = field(default_factory=list)
    coverages: list[Document] = field(default_factory=list)
    plans: list[Document] = field(default_factory=list)
    coalitions: list[Document] = field(default_factory=list)
    pledges: list[Document] = field(default_factory=list)
    """Those that name what they give in which year."""
    requested: frozenset[tuple[str, int]] = frozenset()
    """State and article of every request."""
    received: frozenset[tuple[str, int]] = frozenset()
    """State and article of everything paid or received."""

    def membership(self, state: str) -> Document:
        """Where a State stands today."""
        return membership(self.acts.get(state, []), self.today)


def ended(joined: Document, due_on: str | None, today: str) -> bool:
    """Nothing is due from a State once its withdrawal has effect, nor what would fall due after that."""
    leaves = joined["withdrawal_effective_on"]
    return bool(leaves) and (leaves <= today or bool(due_on and due_on >= leaves))


def item(
    record: OnRecord, key: str, state: str | None, article: int | None, kind: str, due_on: str | None, status: str,
    computed: bool, basis: str, **more: Any,
) -> Document:  # fmt: skip
    """A deadline in the contract's shape."""
    left = (date.fromisoformat(due_on) - date.fromisoformat(record.today)).days if due_on else None
    return {
        "id": key,
        "state": state,
        "article": article,
        "obligation_id": None,
        "kind": kind,
        "due_on": due_on,
        "status": status,
        "computed": computed,
        "basis": basis,
        "outlook": None,
        "requested": (state, article) in record.requested,
        "received": (state, article) in record.received,
        "days_left": left,
    } | more
