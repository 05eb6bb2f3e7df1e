"""Which things concern whom: what is folded anew to answer about another moment."""

from datetime import datetime

import orjson
from sqlalchemy import ColumnElement, Connection, func, or_, select

from domain.pledges.events import SupportShifted
from domain.rates.events import RateRecorded
from projections import events, pledges
from projections import state_history as index


def things_of(connection: Connection, party: str) -> list[str]:
    """Things that concern a party, and the rates figures are read by."""
    row = index.table.c
    concerning = select(row.thing, func.min(row.position)).where(row.party == party).group_by(row.thing)
    return [*(thing for thing, _ in connection.execute(concerning)), *_rates(connection)]


def things_between(connection: Connection, donor: str, state: str) -> list[str]:
    """Things that concern a State and no other donor, and the pledges that redirects among these opened elsewhere."""
    row, log = index.table.c, events.table.c
    concerning = select(row.thing).where(row.party == state, or_(row.donor == donor, row.donor.is_(None))).distinct()
    things = [thing for (thing,) in connection.execute(concerning)]
    theirs = select(row.thing).where(row.party == state, row.donor == donor)
    shifted = select(log.for_auditors).where(log.kind == SupportShifted.TOPIC, log.thing.in_(theirs))
    opened = (orjson.loads(each)["detail"]["opened_pledge_id"] for (each,) in connection.execute(shifted))
    return list(dict.fromkeys([*things, *filter(None, opened)]))


def all_things(connection: Connection, known_at: datetime | None) -> list[str]:
    """Every thing on record by then, oldest first."""
    row = events.table.c
    query = select(row.thing, func.min(row.position).label("first")).where(*recorded_by(known_at)).group_by(row.thing)
    return [thing for thing, _ in connection.execute(query.order_by("first"))]


def things_around(connection: Connection, thing: str) -> list[str]:
    """A thing, the pledges made for it, and the rates figures are read by."""
    row = pledges.table.c
    answering = select(row.thing).where(row.request_id == thing).distinct()
    return [thing, *(pledge for (pledge,) in connection.execute(answering)), *_rates(connection)]


def recorded_by(known_at: datetime | None) -> list[ColumnElement[bool]]:
    """What was recorded by then."""
    return [events.table.c.recorded_us <= events.microseconds(known_at)] if known_at else []


def _rates(connection: Connection) -> list[str]:
    row = events.table.c
    query = select(row.thing).where(row.kind == RateRecorded.TOPIC).distinct()
    return [thing for (thing,) in connection.execute(query)]
