"""Questions about what is due, and about where States stand with the Convention."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, Table, and_, select

from projections import (
    coalitions,
    coverages,
    figures,
    meetings,
    memberships,
    obligations,
    outcomes,
    plans,
    pledges,
    reminders,
    reports,
    requests,
    routes,
)
from projections.audience import Audience
from projections.deadlines import deadlines
from projections.filters import DeadlineFilter
from projections.on_record import Document, OnRecord
from projections.seen import rows_for
from projections.views import views_of

DUE = views_of(
    memberships.table, obligations.table, reports.table, meetings.table, outcomes.table, coverages.table, plans.table,
    coalitions.table, pledges.table, figures.table, requests.table,
)  # fmt: skip
"""What deadlines are read from."""


def on_record(connection: Connection, viewer: Audience, today: str, state: str | None = None) -> OnRecord:
    """What deadlines are read from: of one State, or of all."""
    acts: dict[str, list[Document]] = defaultdict(list)
    for act in _documents(connection, memberships.table, viewer, state):
        acts[act["state"]].append(act)
    return OnRecord(
        today=today,
        acts=dict(acts),
        obligations=_documents(connection, obligations.table, viewer, state),
        reports=_documents(connection, reports.table, viewer, state),
        meetings={each["id"]: each for each in _documents(connection, meetings.table, viewer)},
        outcomes=[orjson.loads(each) for each in _outcomes(connection, viewer)],
        coverages=_documents(connection, coverages.table, viewer),
        plans=_documents(connection, plans.table, viewer, state),
        coalitions=_documents(connection, coalitions.table, viewer, state),
        pledges=_by_year(connection, viewer, state),
        requested=_under_articles(connection, requests.table, viewer, state),
        received=_under_articles(connection, figures.table, viewer, state, figures.table.c.given),
    )


def due(connection: Connection, viewer: Audience, asked: DeadlineFilter, today: str) -> list[Document]:
    """Deadlines, soonest first. What was met or ended is told of obligations, and of all where it is asked for."""
    return [
        each for each in deadlines(on_record(connection, viewer, today, asked.state)) if _wanted(each, asked, today)
    ]


def standing(connection: Connection, viewer: Audience, today: str, state: str | None = None) -> dict[str, Document]:
    """Where each State stands with the Convention, by code."""
    record = on_record(connection, viewer, today, state)
    return {code: record.membership(code) for code in record.acts}


def sent_reminders(connection: Connection, viewer: Audience, message_ts: str | None = None) -> list[Document]:
    """Every reminder that was sent, or those of one message, oldest first."""
    return _documents(connection, reminders.table, viewer, message_ts=message_ts)


def set_routes(connection: Connection, viewer: Audience) -> list[Document]:
    """Every route, oldest first."""
    return _documents(connection, routes.table, viewer)


def _wanted(each: Document, asked: DeadlineFilter, today: str) -> bool:
    told = each["status"] in {"fixed", "unknown", "no_fixed_date"} or each["obligation_id"] is not None
    status = asked.status == "any" or (each["status"] == asked.status if asked.status else told)
    return (
        status
        and (asked.state is None or each["state"] == asked.state)
        and (asked.article is None or each["article"] == asked.article)
        and (asked.kind is None or each["kind"] == asked.kind)
        and _in_time(each, asked, today)
    )


def _in_time(each: Document, asked: DeadlineFilter, today: str) -> bool:
    """Whether the day falls within those asked about; a deadline without a day falls within none."""
    day = each["due_on"]
    if day is None:
        return not (asked.since or asked.until or asked.overdue)
    return (
        (asked.since is None or asked.since <= day)
        and (asked.until is None or ((asked.overdue or today <= day) and day <= asked.until))
        and (asked.overdue is None or (day < today and each["status"] == "fixed") == asked.overdue)
    )


def _documents(
    connection: Connection, table: Table, viewer: Audience, state: str | None = None, message_ts: str | None = None
) -> list[Document]:
    """The documents of what stands, oldest first."""
    query = select(table.c.document).where(rows_for(table, viewer), table.c.retracted.is_(False))
    if state:
        query = query.where(table.c.state == state)
    if message_ts:
        query = query.where(table.c.message_ts == message_ts)
    return _loaded(document for (document,) in connection.execute(query.order_by(table.c.position)))


def _under_articles(
    connection: Connection, table: Table, viewer: Audience, state: str | None, *wanted: ColumnElement[bool]
) -> frozenset[tuple[str, int]]:
    """State and article of everything in a table."""
    row = table.c
    query = select(row.state, row.article).where(rows_for(table, viewer), row.retracted.is_(False), *wanted).distinct()
    found = connection.execute(query.where(row.state == state) if state else query)
    return frozenset((party, article) for party, article in found)


def _by_year(connection: Connection, viewer: Audience, state: str | None) -> list[Document]:
    """Pledges that name what they give in which year."""
    row, short = pledges.table.c, figures.table.c
    query = (
        select(row.document)
        .join_from(figures.table, pledges.table, and_(row.thing == short.thing, row.audience == short.audience))
        .where(rows_for(figures.table, viewer), short.retracted.is_(False), short.by_year)
    )
    found = connection.execute((query.where(short.state == state) if state else query).order_by(short.position))
    return _loaded(document for (document,) in found)


def _outcomes(connection: Connection, viewer: Audience) -> list[bytes]:
    table = outcomes.table
    query = select(table.c.document).where(rows_for(table, viewer, "outcome_id")).order_by(table.c.position)
    return [document for (document,) in connection.execute(query)]


def _loaded(documents: Iterable[bytes]) -> list[dict[str, Any]]:
    return [orjson.loads(each) for each in documents]
