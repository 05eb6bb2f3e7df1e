"""What passed between a donor and a State: what told the donor something, and what followed."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, func, or_, select

from domain.fact_changes import FactCorrected, FactRetracted
from projections import events, told
from projections import state_history as index
from projections.audience import Audience
from projections.seen import document_column, events_for, is_among, rows_for

AT_ONCE = 500
"""Facts in one question."""
MENDING = (FactCorrected.TOPIC, FactRetracted.TOPIC)
"""No happenings: they act through what they mend."""


@dataclass(frozen=True)
class Passage:
    """One fact in short; `told_on` is the day from which the donor had been told by it."""

    occurred_on: str
    position: int
    recorded_us: int
    kind: str
    told_on: str = ""

    def recorded_on(self, zone: tzinfo) -> str:
        """The day on which the record learnt it."""
        recorded = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=self.recorded_us)
        return recorded.astimezone(zone).date().isoformat()


def in_order(passages: Iterable[Passage]) -> list[Passage]:
    """As it happened."""
    return sorted(passages, key=lambda each: (each.occurred_on, each.position))


def told_to(connection: Connection, viewer: Audience, donor: str, state: str) -> list[Passage]:
    """What ever told the donor of the State's need: what was open to it or said to it, and meetings both attended."""
    row = told.table.c
    alone = (row.state == state, or_(row.donor.is_(None), row.donor == donor))
    together = (
        row.state == told.MEETING,
        is_among(donor, row.present),
        is_among(state, row.present),
        or_(row.speaker.is_(None), row.speaker == state),
    )
    query = select(row.occurred_on, row.position, row.recorded_us, row.kind, row.told_on)
    seen = query.where(rows_for(told.table, viewer))
    return in_order(
        Passage(*found) for wanted in (alone, together) for found in connection.execute(seen.where(*wanted))
    )


def between(connection: Connection, viewer: Audience, donor: str, state: str) -> list[Passage]:
    """The State's own words and doings, and whatever passed between the two."""
    row = index.table.c
    wanted = (row.party == state, row.state == state, or_(row.donor.is_(None), row.donor == donor))
    return in_order(_passages(connection, viewer, index.table.c, wanted))


def of_things(
    connection: Connection, viewer: Audience, things: Collection[str]
) -> dict[str, list[tuple[str, Passage]]]:
    """What happened to some things, each with its event's id."""
    row, found = events.table.c, {thing: list[tuple[str, Passage]]() for thing in things}
    for some in _batches(list(things)):
        query = select(row.thing, row.event_id, row.occurred_on, row.position, row.recorded_us, row.kind, row.rank)
        wanted = (row.thing.in_(some), row.kind.not_in(MENDING), row.retracted.is_(False), events_for(viewer))
        rows = connection.execute(query.where(*wanted)).all()
        for each in _of_seen_things(connection, viewer, rows):
            passage = Passage(each.occurred_on, each.position, each.recorded_us, each.kind)
            found[each.thing].append((each.event_id, passage))
    return found


def documents(connection: Connection, viewer: Audience, positions: Iterable[int]) -> dict[int, dict[str, Any]]:
    """Facts as they stand, by position."""
    row, found = events.table.c, dict[int, dict[str, Any]]()
    for some in _batches(sorted(set(positions))):
        query = select(row.position, document_column(viewer), row.as_it_stands).where(row.position.in_(some))
        for position, document, standing in connection.execute(query):
            found[position] = orjson.loads(document) | (orjson.loads(standing) if standing else {})
    return found


def _passages(
    connection: Connection, viewer: Audience, row: Any, wanted: Iterable[ColumnElement[bool]]
) -> Iterator[Passage]:
    query = select(row.thing, row.occurred_on, row.position, row.recorded_us, row.kind, row.rank)
    seen = (row.kind.not_in(MENDING), row.retracted.is_(False), events_for(viewer, index.table))
    rows = connection.execute(query.where(*wanted, *seen)).all()
    for each in _of_seen_things(connection, viewer, rows):
        yield Passage(each.occurred_on, each.position, each.recorded_us, each.kind)


def _of_seen_things(connection: Connection, viewer: Audience, rows: Iterable[Any]) -> list[Any]:
    """Without those of things that the viewer does not see: somebody may own a fact of a thing and not the thing."""
    rows = list(rows)
    hidden = {each.thing for each in rows if each.rank > viewer.clearance.rank}
    if not hidden:
        return rows
    log = events.table.c
    first = select(func.min(log.position)).where(log.thing.in_(hidden)).group_by(log.thing)
    seen = {
        thing for (thing,) in connection.execute(select(log.thing).where(log.position.in_(first), events_for(viewer)))
    }
    return [each for each in rows if each.thing not in hidden or each.thing in seen]


def _batches(values: list[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]
