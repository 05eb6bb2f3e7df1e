"""Questions about pledges: which there are, and what they come to together."""

from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, Table, select

from projections import events as event_view
from projections import figures as figure_view
from projections import pledges as pledge_view
from projections import rates as rate_view
from projections.audience import Audience
from projections.filters import PledgeFilter
from projections.page import Listing, Page, paged
from projections.rows import AT_ONCE, between, documents, equal, page_of_rows
from projections.seen import document_column, rows_for
from projections.totals import MEASURES

BEHIND = {
    "pledged": frozenset({"pledge.made", "support.shifted"}),
    "committed": frozenset({"pledge.committed", "commitment.reversed", "support.shifted"}),
    "paid": frozenset({"pledge.disbursed", "payment.reversed"}),
    "received": frozenset({"receipt.reported"}),
}
"""By which kinds of events each total comes about."""
_IN_SHORT = (
    "donor", "state", "article", "request_id", "parent_pledge_id", "occurred_on", "amount_unknown", *MEASURES,
)  # fmt: skip


def pledges(connection: Connection, viewer: Audience, asked: PledgeFilter, page: Page, position: int) -> Listing:
    """Pledges in order of position."""
    found = page_of_rows(connection, pledge_view.table, viewer, _pledges_wanted(pledge_view.table, asked), page)
    return paged(found, page, position)


def figures(connection: Connection, viewer: Audience, asked: PledgeFilter) -> list[dict[str, Any]]:
    """What every matching pledge carries, in order of position: sums are made of it."""
    row = figure_view.table.c
    query = (
        select(row.thing, *(row[name] for name in _IN_SHORT))
        .where(rows_for(figure_view.table, viewer), *_pledges_wanted(figure_view.table, asked))
        .order_by(row.position)
    )
    names = ("id", *_IN_SHORT)
    return [dict(zip(names, found, strict=True)) for found in connection.execute(query)]


def pledge_documents(connection: Connection, viewer: Audience, asked: PledgeFilter) -> list[bytes]:
    """Every matching pledge."""
    return documents(connection, pledge_view.table, viewer, _pledges_wanted(pledge_view.table, asked))


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
    return documents(connection, rate_view.table, viewer, [])


def _pledges_wanted(table: Table, asked: PledgeFilter) -> list[ColumnElement[bool]]:
    given = {"state": asked.state, "donor": asked.donor, "article": asked.article, "request_id": asked.request_id}
    return [
        *equal(table, thing=asked.id, **given),
        *between(table, asked.since, asked.until),
        *([] if asked.id else [table.c.retracted.is_(False)]),
    ]
