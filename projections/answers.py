"""Questions about requests, pledges and shifts, the same for now and for any other moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, Table, select

from projections import pledges as pledge_view
from projections import rates as rate_view
from projections import requests as request_view
from projections import shifts as shift_view
from projections.audience import Audience
from projections.page import Listing, Page, paged
from projections.seen import rows_for
from projections.shifts import days_between
from projections.wording import plain_sums


@dataclass(frozen=True)
class RequestFilter:
    """`open` keeps what is open or partly met; False, what is neither."""

    state: str | None = None
    article: int | None = None
    status: str | None = None
    open: bool | None = None
    id: str | None = None


@dataclass(frozen=True)
class PledgeFilter:
    """Which pledges."""

    state: str | None = None
    donor: str | None = None
    article: int | None = None
    request_id: str | None = None
    since: str | None = None
    until: str | None = None
    id: str | None = None


@dataclass(frozen=True)
class ShiftFilter:
    """`unexplained` keeps cuts, redirects and ends that the donor has not explained."""

    state: str | None = None
    donor: str | None = None
    since: str | None = None
    until: str | None = None
    unexplained: bool | None = None
    id: str | None = None


def requests(connection: Connection, viewer: Audience, asked: RequestFilter, page: Page, position: int) -> Listing:
    """Requests in order of position, each with its pledges and what they carry."""
    row = request_view.table.c
    wanted = [
        *_equal(request_view.table, state=asked.state, article=asked.article, status=asked.status, thing=asked.id),
        *([row.status.in_(request_view.OPEN) == asked.open] if asked.open is not None else []),
        *([] if asked.id else [row.retracted.is_(False)]),
    ]
    found = _rows(connection, request_view.table, viewer, wanted, page)
    return paged([(at, _with_pledges(connection, viewer, document)) for at, document in found], page, position)


def pledges(connection: Connection, viewer: Audience, asked: PledgeFilter, page: Page, position: int) -> Listing:
    """Pledges in order of position."""
    return paged(_rows(connection, pledge_view.table, viewer, _pledges_wanted(asked), page), page, position)


def pledge_documents(connection: Connection, viewer: Audience, asked: PledgeFilter) -> list[bytes]:
    """Every matching pledge, for totals."""
    return _documents(connection, pledge_view.table, viewer, _pledges_wanted(asked))


def rate_documents(connection: Connection, viewer: Audience) -> list[bytes]:
    """Every rate on record."""
    return _documents(connection, rate_view.table, viewer, [])


def shifts(
    connection: Connection, viewer: Audience, asked: ShiftFilter, page: Page, position: int, today: str
) -> Listing:
    """Shifts in order of position; what waits for an explanation says for how many days."""
    row = shift_view.table.c
    wanted = [
        *_equal(shift_view.table, state=asked.state, donor=asked.donor, shift_id=asked.id),
        *_between(shift_view.table, asked.since, asked.until),
        *([row.unexplained.is_(asked.unexplained)] if asked.unexplained is not None else []),
    ]
    found = _rows(connection, shift_view.table, viewer, wanted, page, key="shift_id")
    return paged([(at, _with_waiting(document, today)) for at, document in found], page, position)


def _pledges_wanted(asked: PledgeFilter) -> list[ColumnElement[bool]]:
    given = {"state": asked.state, "donor": asked.donor, "article": asked.article, "request_id": asked.request_id}
    return [
        *_equal(pledge_view.table, thing=asked.id, **given),
        *_between(pledge_view.table, asked.since, asked.until),
        *([] if asked.id else [pledge_view.table.c.retracted.is_(False)]),
    ]


def _with_pledges(connection: Connection, viewer: Audience, document: bytes) -> bytes:
    request = orjson.loads(document)
    asked = PledgeFilter(request_id=request["id"])
    answering = [orjson.loads(each) for each in pledge_documents(connection, viewer, asked)]
    shown = ("id", "donor", "pledged", "committed", "paid", "received", "amount_unknown", "occurred_on")
    request["pledges"] = [{name: pledge[name] for name in shown} for pledge in answering]
    measures = ("pledged", "committed", "paid")
    request["coverage"] = {"sought": request["money"]} | {
        measure: plain_sums(money for pledge in answering for money in pledge[measure]) for measure in measures
    }
    return orjson.dumps(request)


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
    connection: Connection, table: Table, viewer: Audience, wanted: list[Any], page: Page, *, key: str = "thing"
) -> list[tuple[int, bytes]]:
    query = (
        select(table.c.position, table.c.document)
        .where(rows_for(table, viewer, key), table.c.position > page.after, *wanted)
        .order_by(table.c.position)
        .limit(page.limit + 1)
    )
    return [(position, document) for position, document in connection.execute(query)]


def _documents(connection: Connection, table: Table, viewer: Audience, wanted: list[Any]) -> list[bytes]:
    query = select(table.c.document).where(rows_for(table, viewer), *wanted).order_by(table.c.position)
    return [document for (document,) in connection.execute(query)]
