"""What every thing's document says besides its own fields."""

from typing import Any

from projections.audience import Audience
from projections.disputes import disputes_of
from projections.thing import Thing, recorder_for


def described(thing: Thing, audience: Audience) -> dict[str, Any]:
    """Id, version, both dates, whose word it is and who may see it, as the first fact stands."""
    opening, first = thing.opening, thing.first
    return {
        "occurred_on": opening.occurred_on,
        "recorded_at": opening.timestamp.isoformat(),
        "recorded_by": recorder_for(opening, audience),
        "reported_by": opening.reported_by,
        "source": opening.source,
        "visibility": first.standing.visibility.value,
        "note": opening.note,
        "disputes": disputes_of(thing),
        "retracted": first.standing.retracted,
        "version": thing.version,
        "position": thing.position,
    }
