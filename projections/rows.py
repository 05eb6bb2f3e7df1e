"""Rows of a view with ready documents: a page of them, all, or how many."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, select

from projections.audience import Audience
from projections.page import Page
from projections.seen import rows_for

AT_ONCE = 500
"""Ids in one question."""


def equal(table: Table, **given: object) -> list[ColumnElement[bool]]:
    return [table.c[name] == value for name, value in given.items() if value is not None]


def between(table: Table, since: str | None, until: str | None) -> Iterable[ColumnElement[bool]]:
    if since:
        yield table.c.occurred_on >= since
    if until:
        yield table.c.occurred_on <= until


def page_of_rows(
    connection: Connection, table: Table, viewer: Audience, wanted: list[Any], page: Page, *before: ColumnElement[Any],
    key: str = "thing",
) -> list[tuple[int, bytes]]:  # fmt: skip
    query = select(table.c.position, table.c.document).where(rows_for(table, viewer, key), *wanted)
    found = connection.execute(page.of(query, table.c.position, *before))
    return [(position, document) for position, document in found]


def counted(connection: Connection, table: Table, viewer: Audience, wanted: list[Any], *, key: str = "thing") -> int:
    query = select(func.count()).select_from(table).where(rows_for(table, viewer, key), *wanted)
    return int(connection.execute(query).scalar_one())


def documents(connection: Connection, table: Table, viewer: Audience, wanted: list[Any]) -> list[bytes]:
    query = select(table.c.document).where(rows_for(table, viewer), *wanted).order_by(table.c.position)
    return [document for (document,) in connection.execute(query)]
