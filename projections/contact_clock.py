"""Whom to brief: for each donor and State that have to do with each other, the days since their last contact."""

from collections.abc import Iterable
from typing import Any

from projections.shifts import days_between

Document = dict[str, Any]


def contacts_due(
    pairs: Iterable[tuple[str, str]], contacts: Iterable[Document], today: str, days: int
) -> list[Document]:
    """Pairs whose last contact is more than some days ago, longest first; those never in contact come before."""
    last: dict[tuple[str, str], str] = {}
    for contact in contacts:
        pair = (contact["donor"], contact["state"])
        last[pair] = max(last.get(pair, ""), contact["on"])
    due = [_clock(donor, state, last.get((donor, state)), today) for donor, state in set(pairs)]
    waiting = [each for each in due if each["days"] is None or each["days"] >= days]
    return sorted(
        waiting, key=lambda each: (each["days"] is not None, -(each["days"] or 0), each["donor"], each["state"])
    )


def _clock(donor: str, state: str, last: str | None, today: str) -> Document:
    return {
        "id": f"{donor}:{state}",
        "donor": donor,
        "state": state,
        "last_contact_on": last,
        "days": days_between(last, today) if last else None,
    }
