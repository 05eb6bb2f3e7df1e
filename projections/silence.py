"""Obligated but silent: States with an obligation that stands and no request on record under its article."""

from collections.abc import Iterable
from typing import Any

from projections.obligation_deadlines import KINDS

_SHOWN = ("id", "state", "article", "obligation_id", "due_on", "days_left", "outlook", "status", "basis")


def silent(due: Iterable[dict[str, Any]], article: int | None = None) -> list[dict[str, Any]]:
    """Soonest first; several clocks under one article are each told."""
    return [
        {name: each[name] for name in _SHOWN}
        for each in due
        if each["kind"] in KINDS.values()
        and each["status"] not in {"met", "ended"}
        and not each["requested"]
        and article in {None, each["article"]}
    ]
