"""All views, and how the facts of one thing become its rows in each of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, Delete, Table, bindparam, delete, insert

from domain.words import Visibility
from projections import (
    challenges,
    coalitions,
    coverages,
    events,
    figures,
    meetings,
    memberships,
    obligations,
    outcomes,
    plans,
    pledges,
    practices,
    profiles,
    rates,
    reminders,
    reports,
    requests,
    routes,
    shifts,
    state_history,
    told,
)
from projections.audience import STANDARD, Audience, own
from projections.moment import Moment
from projections.recorded import Recorded
from projections.thing import Thing, thing_at

FEW = 4
"""Parties of which any may be taken together."""


@dataclass(frozen=True)
class View:
    """A table, the fold that fills it from one thing, and the version of that fold."""

    name: str
    version: int
    table: Table
    rows: Callable[[Thing, tuple[Audience, ...]], Iterator[dict[str, Any]]]


VIEWS: tuple[View, ...] = tuple(
    View(module.table.name, module.VERSION, module.table, module.rows)
    for module in (
        events,
        state_history,
        requests,
        pledges,
        figures,
        shifts,
        rates,
        memberships,
        obligations,
        reports,
        coverages,
        meetings,
        outcomes,
        reminders,
        routes,
        plans,
        challenges,
        profiles,
        coalitions,
        practices,
        told,
    )
)


def refresh(
    connection: Connection, things: Iterable[Sequence[Recorded]], views: Sequence[View] = VIEWS, after: int = 0
) -> None:
    """Make the rows of some things anew, from all their facts: live, in batches and rebuilt, the same fold.

    What began `after` the position that the rows have reached has none yet.
    """
    known = [thing for recorded in things if (thing := thing_at(recorded))]
    gone = [{"gone": thing.id} for thing in known if not after or thing.position <= after]
    for view in views if known else ():
        if gone:
            connection.execute(_without(view.table), gone)
        rows = [row for thing in known for row in view.rows(thing, audiences_of(thing))]
        if rows:
            connection.execute(insert(view.table), rows)


@lru_cache
def _without(table: Table) -> Delete:
    """Built once: to build it takes longer than to run it."""
    return delete(table).where(table.c.thing == bindparam("gone"))


def fill(
    connection: Connection, things: Iterable[Sequence[Recorded]], moment: Moment, audience: Audience,
    into: Sequence[View],
) -> None:  # fmt: skip
    """Fill tables with the views as of a day and as known at a time, for one audience."""
    seen = [
        happened
        for recorded in things
        if (known := thing_at(recorded, moment.known_at)) and (happened := known.happened_by(moment.as_of))
    ]
    for view in into:
        rows = [row for thing in seen for row in view.rows(thing, (audience,))]
        if rows:
            connection.execute(insert(view.table), rows)


def views_of(*tables: Table) -> tuple[View, ...]:
    """The views that these tables are of."""
    return tuple(view for view in VIEWS if view.table in tables)


def audiences_of(thing: Thing) -> tuple[Audience, ...]:
    """The standard circles, and those parties, alone and together, that see more of this thing than its circle does.

    Somebody may speak for several of them. Where many reported what is hidden, as of a meeting, no more than two are
    taken together: the number of groups would double with each.
    """
    hidden = (entry for entry in thing.entries if entry.standing.visibility is Visibility.COORDINATORS)
    owners = sorted(frozenset[str]().union(*(entry.standing.owners for entry in hidden)))
    largest = len(owners) if len(owners) <= FEW else 2
    groups = (group for size in range(1, largest + 1) for group in combinations(owners, size))
    return (*STANDARD, *(own(*group) for group in groups))
