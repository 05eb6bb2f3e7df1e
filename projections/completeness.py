"""Is a request ready for a donor? What donors look for, what of it is there, and what is missing, in words."""

from typing import Any

ASKED_FOR = {
    "nature": "say what kind of assistance is sought",
    "need": "say what is needed, in words",
    "plan": "name the plan that the request serves (adopt-plan, then plan_id)",
    "budget": "give the budget line by line",
    "national_investment": "say what the State itself puts in: donors often match it 1:1",
    "period": "say from when until when",
    "match_sought": "say which match is sought, such as 1:1",
}
"""What makes a request ready, and the way to add it. Nothing is blocked for lacking it."""


def completeness(request: dict[str, Any]) -> dict[str, Any]:
    """`score` is the share of what is there, in percent."""
    there = {
        "nature": request["nature"],
        "need": request["need"],
        "plan": request["plan_id"],
        "budget": request["budget"],
        "national_investment": request["national_investment"],
        "period": request["from_on"] and request["until"],
        "match_sought": request["match_sought"],
    }
    present = [name for name in ASKED_FOR if there[name]]
    missing = [name for name in ASKED_FOR if not there[name]]
    return {
        "score": round(100 * len(present) / len(ASKED_FOR)),
        "present": present,
        "missing": missing,
        "missing_in_words": [ASKED_FOR[name] for name in missing],
    }
