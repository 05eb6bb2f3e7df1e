"""Which rows a reader may see, said once for every question."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, case, false, func, or_, select

from projections import events
from projections.audience import OWN, Audience, own

NAMED = 6
"""Parties of which every group is named: 63 names."""


def rows_for(table: Table, audience: Audience, key: str = "thing") -> ColumnElement[bool]:
    """Of each thing's rows the most telling that this audience may see: one for more of its parties before one for
    fewer, and any of these before its circle's.
    """
    row, better = table.c, table.alias("better")
    circle = audience.rows_as
    if not audience.parties:
        return row.audience == circle
    told = case((row.audience == circle, 0), else_=func.length(row.audience))
    more = select(better.c[key]).where(
        better.c[key] == row[key],
        _made_for(better.c.audience, audience.parties),
        func.length(better.c.audience) > told,
    )
    return and_(_made_for(row.audience, audience.parties, circle), ~more.exists())


def _made_for(name: ColumnElement[Any], parties: Iterable[str], *also: str) -> ColumnElement[bool]:
    """Whether rows of this name were made for some of these parties and nobody else; by an index where they are few."""
    theirs = sorted(parties)
    if len(theirs) <= NAMED:
        groups = (group for size in range(1, len(theirs) + 1) for group in combinations(theirs, size))
        return name.in_([*also, *(own(*group).name for group in groups)])
    letters = [func.length(name) - func.length(func.replace(name, f"|{party}|", "")) for party in theirs]
    theirs_alone = and_(name.startswith(OWN), _sum(letters) == func.length(name) - len(OWN))
    return or_(theirs_alone, *(name == each for each in also))


def _sum(terms: Sequence[ColumnElement[int]]) -> ColumnElement[int]:
    """Of many terms, halved again and again: a database takes no expression that is nested as deeply as it is long."""
    half = len(terms) // 2
    return _sum(terms[:half]) + _sum(terms[half:]) if half else terms[0]


def events_for(audience: Audience, table: Table = events.table) -> ColumnElement[bool]:
    """Events within its clearance, or its own; administration only for those who audit or administer."""
    row = table.c
    own = [is_among(party, row.owners) for party in audience.parties]
    visible = or_(row.rank <= audience.clearance.rank, *(own or [false()]))
    return visible if audience.sees_administration else and_(visible, row.administrative.is_(False))


def is_among(party: str, owners: ColumnElement[str]) -> ColumnElement[bool]:
    """Not LIKE, for which SQLite takes one letter's two cases for the same, and PostgreSQL does not."""
    return func.replace(owners, f"|{party}|", "") != owners


def document_column(audience: Audience) -> ColumnElement[bytes]:
    """The ready document made for readers, for those who see people, or for auditors."""
    if audience.sees_withheld:
        return events.table.c.for_auditors
    return events.table.c.for_coordinators if audience.sees_people else events.table.c.for_readers
