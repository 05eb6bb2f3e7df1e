"""Exports of events, one a row: a party's history or the whole log."""

from collections.abc import Iterator
from typing import Any

import orjson

from adapters.tables import HISTORY, to_csv, to_xlsx
from projections.audience import Audience
from projections.filters import HistoryFilter
from projections.moment import Moment
from projections.page import LARGEST, Listing, Page
from projections.queries import Queries

COLUMNS = (*HISTORY, "clearance")


def history(queries: Queries, viewer: Audience, party: str | None, clearance: str, form: str) -> tuple[bytes, int]:
    """A party's history, or everybody's, as a table or as JSON."""
    items = [item | {"clearance": clearance} for item in _items(queries, viewer, party)]
    if form == "csv":
        return to_csv(items, COLUMNS).encode(), len(items)
    if form == "xlsx":
        return to_xlsx(items, COLUMNS), len(items)
    return orjson.dumps({"items": items}, option=orjson.OPT_INDENT_2), len(items)


def log(queries: Queries, viewer: Audience, party: str | None, clearance: str) -> tuple[bytes, int]:
    """Every event, or those that concern a party, as JSON Lines."""
    items = [item | {"clearance": clearance} for item in _items(queries, viewer, party)]
    return b"".join(orjson.dumps(item) + b"\n" for item in items), len(items)


def _items(queries: Queries, viewer: Audience, party: str | None) -> Iterator[dict[str, Any]]:
    asked = HistoryFilter()

    def page_of(page: Page) -> Listing:
        if party:
            return queries.state_history(viewer, party, asked, page, Moment())
        return queries.log(viewer, page, Moment())

    listing = page_of(Page(LARGEST))
    yield from map(orjson.loads, listing.items)
    while listing.after is not None:
        listing = page_of(Page(LARGEST, listing.after))
        yield from map(orjson.loads, listing.items)
