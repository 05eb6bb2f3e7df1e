"""What waits, as it may be told: by what States Parties know, and no longer once the Coordinators know better."""

from typing import Any

from projections.audience import COORDINATORS, STATES_PARTIES
from projections.queries import Queries


def what_waits(queries: Queries, today: str) -> list[dict[str, Any]]:
    """Shifts without an explanation, and contacts gone stale, on a day.

    An explanation or a contact that only the Coordinators may see is told nobody, and nobody is asked for it again.
    """
    still = {each["id"] for each in queries.waiting(COORDINATORS, today)}
    return [each for each in queries.waiting(STATES_PARTIES, today) if each["id"] in still]
