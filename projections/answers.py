"""Questions about requests, pledges and shifts, the same for now and for any other moment."""

from collections.abc import Iterable
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, Table, func, select

from projections import events as event_view
from projections import figures as figure_view
from projections import pledges as pledge_view
from projections import rates as rate_view
from projections import requests as request_view
from projections import shifts as shift_view
from projections.audience import Audience
from projections.completeness import completeness
from projections.filters import PledgeFilter, RequestFilter, ShiftFilter
from projections.page import Listing, Page, paged
from projections.seen import document_column, rows_for
from projections.shifts import days_between
from projections.totals import totals

AT_ONCE = 500
"""Ids in one question."""
BEHIND = {
    "pledged": frozenset({"pledge.made", "support.shifted"}),
    "committed": frozenset({"pledge.committed", "commitment.reversed", "support.shifted"}),
    "paid": frozenset({"pledge.disbursed", "payment.reversed"}),
    "received": frozenset({"receipt.reported"}),
}
"""By which kinds of events each total comes about."""


def requests(connection: Connection, viewer: Audience, asked: RequestFilter, page: Page, position: int) -> Listing:
    """Requests in order of position, each with its pledges and what they carry."""
    found = _rows(connection, request_view.table, viewer, _requests_wanted(asked), page)
    asked_for = [(at, orjson.loads(document)) for at, document in found]
    answering = _answering(connection, viewer, [request["id"] for _, request in asked_for])
    shown = [(at, _with_pledges(request, answering[request["id"]])) for at, request in asked_for]
    return paged(shown, page, position)


def requests_counted(connection: Connection, viewer: Audience, asked: RequestFilter) -> int:
    """How many requests there are."""
    return _counted(connection, request_view.table, viewer, _requests_wanted(asked))


def pledges(connection: Connection, viewer: Audience, asked: PledgeFilter, page: Page, position: int) -> Listing:
    """Pledges in order of position."""
    found = _rows(connection, pledge_view.table, viewer, _pledges_wanted(pledge_view.table, asked), page)
    return paged(found, page, position)


def figures(connection: Connection, viewer: Audience, asked: PledgeFilter) -> list[dict[str, Any]]:
    """What every matching pledge carries, in order of position: sums are made of it."""
    row = figure_view.table.c
    query = (
        select(
            row.thing, row.donor, row.state, row.article, row.request_id, row.parent_pledge_id, row.occurred_on,
            row.amount_unknown, row.sums,
        )
        .where(rows_for(figure_view.table, viewer), *_pledges_wanted(figure_view.table, asked))
        .order_by(row.position)
    )  # fmt: skip
    names = ("id", "donor", "state", "article", "request_id", "parent_pledge_id", "occurred_on", "amount_unknown")
    return [dict(zip(names, found, strict=True)) | orjson.loads(sums) for *found, sums in connection.execute(query)]


def pledge_documents(connection: Connection, viewer: Audience, asked: PledgeFilter) -> list[bytes]:
    """Every matching pledge."""
    return _documents(connection, pledge_view.table, viewer, _pledges_wanted(pledge_view.table, asked))


def behind_total(
    connection: Connection, viewer: Audience, measure: str, asked: PledgeFilter, page: Page, position: int
) -> Listing:
    """The events that one total is made of, in order of position; `measure` is a key of BEHIND."""
    found = [orjson.loads(each) for each in pledge_documents(connection, viewer, asked)]
    ids = [each["event_id"] for pledge in found for each in pledge["events"] if each["kind"] in BEHIND[measure]]
    row, rows = event_view.table.c, []
    for start in range(0, len(ids), AT_ONCE):
        named = row.event_id.in_(ids[start : start + AT_ONCE])
        query = select(row.position, document_column(viewer)).where(named, row.position > page.after)
        rows += [(at, document) for at, document in connection.execute(query)]
    return paged(sorted(rows)[: page.limit + 1], page, position)


def rate_documents(connection: Connection, viewer: Audience) -> list[bytes]:
    """Every rate on record."""
    return _documents(connection, rate_view.table, viewer, [])


def shifts(
    connection: Connection, viewer: Audience, asked: ShiftFilter, page: Page, position: int, today: str
) -> Listing:
    """Shifts in order of position; what waits for an explanation says for how many days."""
    row = shift_view.table.c
    first = (row.occurred_on,) if asked.by_day else ()
    found = _rows(connection, shift_view.table, viewer, _shifts_wanted(asked), page, *first, key="shift_id")
    return paged([(at, _with_waiting(document, today)) for at, document in found], page, position)


def shifts_counted(connection: Connection, viewer: Audience, asked: ShiftFilter) -> int:
    """How many shifts there are."""
    return _counted(connection, shift_view.table, viewer, _shifts_wanted(asked), key="shift_id")


def _requests_wanted(asked: RequestFilter) -> list[ColumnElement[bool]]:
    row = request_view.table.c
    return [
        *_equal(request_view.table, state=asked.state, article=asked.article, status=asked.status, thing=asked.id),
        *([row.status.in_(request_view.OPEN) == asked.open] if asked.open is not None else []),
        *([row.thing.between(asked.begins, asked.begins + "~")] if asked.begins else []),
        *([] if asked.id else [row.retracted.is_(False)]),
    ]


def _shifts_wanted(asked: ShiftFilter) -> list[ColumnElement[bool]]:
    return [
        *_equal(shift_view.table, state=asked.state, donor=asked.donor, shift_id=asked.id),
        *_between(shift_view.table, asked.since, asked.until),
        *([shift_view.table.c.unexplained.is_(asked.unexplained)] if asked.unexplained is not None else []),
    ]


def _pledges_wanted(table: Table, asked: PledgeFilter) -> list[ColumnElement[bool]]:
    given = {"state": asked.state, "donor": asked.donor, "article": asked.article, "request_id": asked.request_id}
    return [
        *_equal(table, thing=asked.id, **given),
        *_between(table, asked.since, asked.until),
        *([] if asked.id else [table.c.retracted.is_(False)]),
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
        for document in _documents(connection, pledge_view.table, viewer, [named, row.retracted.is_(False)]):
            pledge = orjson.loads(document)
            found[pledge["request_id"]].append(pledge)
    return found


def _with_waiting(document: bytes, today: str) -> bytes:
    shift = orjson.loads(document)
    shift["days_waiting"] = days_between(shift["occurred_on"], today) if shift["unexplained"] else None
    return orjson.dumps(shift)


def _equal(table: Table, **given: object) -> list[ColumnElement[bool]]:
    return [table.c[name] == value for name, value in given.items() if value is not None]


def _between(table: Table, since: str | None, until: str | None) -> Iterable[ColumnElement[bool]]:
    if since:
        yield table.c.occurred_on >= since
    if until:
        yield table.c.occurred_on <= until


def _rows(
    connection: Connection, table: Table, viewer: Audience, wanted: list[Any], page: Page, *before: ColumnElement[Any],
    key: str = "thing",
) -> list[tuple[int, bytes]]:  # fmt: skip
    query = select(table.c.position, table.c.document).where(rows_for(table, viewer, key), *wanted)
    found = connection.execute(page.of(query, table.c.position, *before))
    return [(position, document) for position, document in found]


def _counted(connection: Connection, table: Table, viewer: Audience, wanted: list[Any], *, key: str = "thing") -> int:
    query = select(func.count()).select_from(table).where(rows_for(table, viewer, key), *wanted)
    return int(connection.execute(query).scalar_one())


def _documents(connection: Connection, table: Table, viewer: Audience, wanted: list[Any]) -> list[bytes]:
    query = select(table.c.document).where(rows_for(table, viewer), *wanted).order_by(table.c.position)
    return [document for (document,) in connection.execute(query)]
