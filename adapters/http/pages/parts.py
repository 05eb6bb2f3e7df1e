"""Answers as plain rows: a part of a list, all of it, or its one item."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import orjson

from adapters.http.problems import not_found
from projections.page import LARGEST, Listing, Page

Row = dict[str, Any]


@dataclass(frozen=True)
class Part:
    """Some rows of an answer, where the next begin, and what stands beside them."""

    rows: list[Row]
    after: int | None = None
    beside: Row = field(default_factory=dict)


def part_of(listing: Listing) -> Part:
    """One page of a list."""
    return Part([orjson.loads(item) for item in listing.items], listing.after, listing.beside)


def all_of(question: Callable[[Page], Listing]) -> list[Row]:
    """Every row, page after page."""
    part = part_of(question(Page(LARGEST)))
    rows = part.rows
    while part.after is not None:
        part = part_of(question(Page(LARGEST, part.after)))
        rows = rows + part.rows
    return rows


def only(listing: Listing) -> Row:
    """What may not be seen is not found."""
    if not listing.items:
        raise not_found()
    found: Row = orjson.loads(listing.items[0])
    return found
