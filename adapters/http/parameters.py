"""What each reading address takes, for the API's documentation."""

from collections.abc import Callable
from typing import Any, TypeVar

from fastapi import APIRouter

from adapters.http.asking import Filters
from projections.page import LARGEST

_COMMON = {
    "as_of": ("Only what had happened by this day (YYYY-MM-DD)", {"type": "string", "format": "date"}),
    "known_at": ("Only what was on record by then: a date (its end) or an ISO 8601 time", {"type": "string"}),
    "limit": ("Items a page", {"type": "integer", "minimum": 1, "maximum": LARGEST, "default": 50}),
    "after": ("Go on after this position (see `Link`)", {"type": "integer", "minimum": 0}),
    "wait": ("Wait until the views have reached this position", {"type": "integer", "minimum": 0}),
}

FORMS = (".csv", ".xlsx", ".json")
Answer = TypeVar("Answer", bound=Callable[..., Any])


def listing(routes: APIRouter, address: str, filters: Filters) -> Callable[[Answer], Answer]:
    """A list at its address, and in each form under the same address with its ending."""

    def add(answer: Answer) -> Answer:
        routes.get(address, openapi_extra=documented(filters))(answer)
        for form in FORMS:
            routes.get(f"{address}{form}", include_in_schema=False)(answer)
        return answer

    return add


def documented(filters: Filters) -> dict[str, Any]:
    """The query parameters of an address: its own filters, then what every list takes."""
    own = [
        {
            "name": name,
            "in": "query",
            "required": False,
            "description": read.__doc__ or "",
            "schema": {"type": "string"},
        }
        for name, read in filters.items()
    ]
    common = [
        {"name": name, "in": "query", "required": False, "description": about, "schema": schema}
        for name, (about, schema) in _COMMON.items()
    ]
    return {"parameters": own + common}
