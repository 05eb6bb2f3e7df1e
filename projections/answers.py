"""Questions about requests, pledges and shifts, the same for now and for any other moment."""

from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, Select, select

from projections import pledges as pledge_view
from projections import requests as request_view
from projections import shifts as shift_view
from projections.audience import Audience
from projections.completeness import completeness
from projections.filters import RequestFilter, ShiftFilter
from projections.page import Listing, Page, paged
from projections.rows import AT_ONCE, between, counted, documents, equal, page_of_rows
from projections.seen import rows_for
from projections.shifts import days_between
from projections.totals import totals


def requests(connection: Connection, viewer: Audience, asked: RequestFilter, page: Page, position: int) -> Listing:
    """Requests in order of position, each with its pledges and what they carry."""
    found = page_of_rows(connection, request_view.table, viewer, _requests_wanted(asked, viewer), page)
    asked_for = [(at, orjson.loads(document)) for at, document in found]
    answering = _answering(connection, viewer, [request["id"] for _, request in asked_for])
    shown = [(at, _with_pledges(request, answering[request["id"]])) for at, request in asked_for]
    return paged(shown, page, position)


def listed_requests(
    connection: Connection, viewer: Audience, asked: RequestFilter, page: Page, position: int
) -> Listing:  # fmt: skip
    """Requests in order of position, alone."""
    return paged(
        page_of_rows(connection, request_view.table, viewer, _requests_wanted(asked, viewer), page), page, position
    )


def requests_counted(connection: Connection, viewer: Audience, asked: RequestFilter) -> int:
    """How many requests there are."""
    return counted(connection, request_view.table, viewer, _requests_wanted(asked, viewer))


def shifts(
    connection: Connection, viewer: Audience, asked: ShiftFilter, page: Page, position: int, today: str
) -> Listing:
    """Shifts in order of position; what waits for an explanation says for how many days."""
    row = shift_view.table.c
    first = (row.occurred_on,) if asked.by_day else ()
    found = page_of_rows(connection, shift_view.table, viewer, _shifts_wanted(asked), page, *first, key="shift_id")
    return paged([(at, _with_waiting(document, today)) for at, document in found], page, position)


def shifts_counted(connection: Connection, viewer: Audience, asked: ShiftFilter) -> int:
    """How many shifts there are."""
    return counted(connection, shift_view.table, viewer, _shifts_wanted(asked), key="shift_id")


def _requests_wanted(asked: RequestFilter, viewer: Audience) -> list[ColumnElement[bool]]:
    row = request_view.table.c
    return [
        *equal(request_view.table, state=asked.state, article=asked.article, status=asked.status, thing=asked.id),
        *([row.status.in_(request_view.OPEN) == asked.open] if asked.open is not None else []),
        *([row.thing >= asked.begins, row.thing <= f"{asked.begins}~"] if asked.begins else []),
        *([] if asked.id else [row.retracted.is_(False)]),
        *([row.thing.not_in(_answered(viewer))] if asked.unanswered else []),
    ]


def _answered(viewer: Audience) -> Select[Any]:
    """The requests for which the viewer sees a pledge that stands."""
    row = pledge_view.table.c
    return select(row.request_id).where(
        rows_for(pledge_view.table, viewer), row.retracted.is_(False), row.request_id.is_not(None)
    )


def _shifts_wanted(asked: ShiftFilter) -> list[ColumnElement[bool]]:
    return [
        *equal(shift_view.table, state=asked.state, donor=asked.donor, shift_id=asked.id),
        *between(shift_view.table, asked.since, asked.until),
        *([shift_view.table.c.unexplained.is_(asked.unexplained)] if asked.unexplained is not None else []),
    ]


def _with_pledges(request: dict[str, Any], answering: list[dict[str, Any]]) -> bytes:
    shown = ("id", "donor", "pledged", "committed", "paid", "received", "amount_unknown", "occurred_on", "visibility")
    carried = totals(answering, [])
    return orjson.dumps(
        request
        | {
            "completeness": completeness(request),
            "pledges": [{name: pledge[name] for name in shown} for pledge in answering],
            "coverage": {"sought": request["money"]}
            | {name: carried[name] for name in ("pledged", "committed", "paid")},
        }
    )


def _answering(connection: Connection, viewer: Audience, requests: list[str]) -> dict[str, list[dict[str, Any]]]:
    """The pledges for each of some requests, asked for together."""
    found: dict[str, list[dict[str, Any]]] = {request: [] for request in requests}
    row = pledge_view.table.c
    for start in range(0, len(requests), AT_ONCE):
        named = row.request_id.in_(requests[start : start + AT_ONCE])
        for document in documents(connection, pledge_view.table, viewer, [named, row.retracted.is_(False)]):
            pledge = orjson.loads(document)
            found[pledge["request_id"]].append(pledge)
    return found


def _with_waiting(document: bytes, today: str) -> bytes:
    shift = orjson.loads(document)
    shift["days_waiting"] = days_between(shift["occurred_on"], today) if shift["unexplained"] else None
    return orjson.dumps(shift)
