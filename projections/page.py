"""One page of a list, and where the next begins."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select

LARGEST = 200


@dataclass(frozen=True)
class Page:
    """`after` is the position of the last item already had; `skip` passes over so many, from the end if `latest`."""

    limit: int = 50
    after: int = 0
    skip: int = 0
    latest: bool = False
    """The last items rather than the first; in order all the same."""

    def of(self, query: Select[Any], position: ColumnElement[int], *before: ColumnElement[Any]) -> Select[Any]:
        """So many rows of a query, and one more: it tells whether there is a next page. `before`: ordered so first."""
        order = [each.desc() if self.latest else each for each in (*before, position)]
        return query.where(position > self.after).order_by(*order).offset(self.skip or None).limit(self.limit + 1)


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
    if page.latest:
        return Listing([document for _, document in reversed(shown)], position, None, beside or {})
    after = shown[-1][0] if len(rows) > page.limit else None
    return Listing([document for _, document in shown], position, after, beside or {})
