"""`ica export`: a State's history, or the whole log, as a file that says for whose eyes it is."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import orjson

from adapters.tables import HISTORY, to_csv, to_xlsx
from adapters.wiring import Service
from domain.errors import DomainError
from projections.audience import AUDITORS, COORDINATORS, PUBLIC, STATES_PARTIES, Audience
from projections.filters import HistoryFilter
from projections.moment import Moment
from projections.page import LARGEST, Listing, Page

EXPORTS = ("history", "log")
CLEARANCES: dict[str, Audience] = {
    "public": PUBLIC,
    "states_parties": STATES_PARTIES,
    "coordinators": COORDINATORS,
    "all": AUDITORS,
}
DEFAULT_CLEARANCE = {"history": "states_parties", "log": "all"}


class ExportUnclear(DomainError):
    """Say what is to be exported."""


def write_export(service: Service, kind: str, party: str | None, output: Path | None, clearance: str | None) -> int:
    """Write an export and return the number of its rows; raises ExportUnclear."""
    named = clearance or DEFAULT_CLEARANCE[kind]
    form = output.suffix.lstrip(".") if output else {"history": "csv", "log": "jsonl"}[kind]
    items = [item | {"clearance": named} for item in _items(service, party, CLEARANCES[named])]
    content = _form(kind, form)(items)
    if output:
        output.write_bytes(content)
    else:
        sys.stdout.buffer.write(content)
    return len(items)


def _items(service: Service, party: str | None, viewer: Audience) -> Iterator[dict[str, Any]]:
    queries, asked = service.queries, HistoryFilter()

    def page_of(page: Page) -> Listing:
        if party:
            return queries.state_history(viewer, party, asked, page, Moment())
        return queries.log(viewer, page, Moment())

    listing = page_of(Page(LARGEST))
    yield from map(orjson.loads, listing.items)
    while listing.after is not None:
        listing = page_of(Page(LARGEST, listing.after))
        yield from map(orjson.loads, listing.items)


def _form(kind: str, form: str) -> Callable[[list[dict[str, Any]]], bytes]:
    forms: dict[str, Callable[[list[dict[str, Any]]], bytes]] = {
        "csv": lambda items: to_csv(items, COLUMNS).encode(),
        "json": lambda items: orjson.dumps({"items": items}, option=orjson.OPT_INDENT_2),
        "xlsx": lambda items: to_xlsx(items, COLUMNS),
        "jsonl": lambda items: b"".join(orjson.dumps(item) + b"\n" for item in items),
    }
    possible = ("jsonl",) if kind == "log" else ("csv", "json", "xlsx")
    if form not in possible:
        raise ExportUnclear(f"{kind} is written as {', '.join(possible)}: end the file's name so.", "output")
    return forms[form]


COLUMNS = (*HISTORY, "clearance")
