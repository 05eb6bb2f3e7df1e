"""One page of a list, and where the next begins."""

from dataclasses import dataclass, field
from typing import Any

LARGEST = 200


@dataclass(frozen=True)
class Page:
    """`after` is the position of the last item already had."""

    limit: int = 50
    after: int = 0


@dataclass(frozen=True)
class Listing:
    """Items as ready JSON, the position the views had reached, and where to go on; `beside` stands beside the items."""

    items: list[bytes]
    position: int
    after: int | None = None
    beside: dict[str, Any] = field(default_factory=dict)


def paged(rows: list[tuple[int, bytes]], page: Page, position: int, beside: dict[str, Any] | None = None) -> Listing:
    """A page of rows that were asked for with one more than the limit."""
    shown = rows[: page.limit]
    after = shown[-1][0] if len(rows) > page.limit else None
    return Listing([document for _, document in shown], position, after, beside or {})
