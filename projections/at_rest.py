"""The views of another day without folding all anew: what was at rest by then is as it is now."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, Table, func, insert, select

from projections import events
from projections.audience import STANDARD, Audience
from projections.views import View

AT_ONCE = 1000
"""Rows taken over at once."""


def taken_over(live: Connection, past: Connection, viewer: Audience, views: Sequence[View], as_of: str) -> list[str]:
    """Take over the rows of things of which nothing happened after a day; returns those to fold: they had begun by
    then, and went on. Whatever is known now counts in either, so the fold would give the same rows.
    """
    row = events.table.c
    first, last = func.min(row.occurred_on), func.max(row.occurred_on)
    found = live.execute(select(row.thing, last).group_by(row.thing).having(first <= as_of))
    astir = [thing for thing, until in found if until > as_of]
    still = select(row.thing).group_by(row.thing).having(last <= as_of)
    for view in views:
        of_things_at_rest = _seen(view.table, viewer).where(view.table.c.thing.in_(still))
        for rows in live.execute(of_things_at_rest).mappings().partitions(AT_ONCE):
            past.execute(insert(view.table), [dict(each) for each in rows])
    return astir


def _seen(table: Table, viewer: Audience) -> Select[Any]:
    """All rows among which this viewer's are found."""
    query = select(table)
    if "audience" not in table.c:
        return query
    others = [each.name for each in STANDARD if each.name != viewer.rows_as]
    return query.where(table.c.audience.not_in(others) if viewer.parties else table.c.audience == viewer.rows_as)
