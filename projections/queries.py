"""The one door for reading: every question names its viewer and its moment; there are no defaults for either."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import tzinfo
from functools import partial
from typing import Any

from sqlalchemy import Connection, Engine, select

from projections import (
    at_rest,
    concerning,
    events,
    history,
    past_log,
    shifts,
    state_history,
    told,
)
from projections.audience import Audience
from projections.deadline_answers import DUE, on_record
from projections.directory import directory
from projections.explanations import Pair, decisions_in_turn, explanations
from projections.field_queries import FieldQueries
from projections.filters import HistoryFilter
from projections.moment import Moment
from projections.page import Listing, Page
from projections.past import Asked, Past, ReadThings
from projections.schema import positions
from projections.support_queries import SupportQueries
from projections.treaty_queries import TreatyQueries
from projections.views import VIEWS, View, views_of

_LOG = views_of(events.table, state_history.table)
_DIRECTORY = (*DUE, *views_of(shifts.table, state_history.table))
_WHY = views_of(shifts.table, told.table, events.table, state_history.table)


class Queries(SupportQueries, TreatyQueries, FieldQueries):
    """Questions to the views; those about another moment fold the log anew, with the same folds and questions."""

    def __init__(self, engine: Engine, read_things: ReadThings, today: Callable[[], str], zone: tzinfo) -> None:
        self._engine, self._read_things, self._today, self._zone = engine, read_things, today, zone
        self._past = Past(read_things)

    def position(self) -> int:
        """How far the views have come."""
        with self._engine.connect() as connection:
            return _position(connection)

    def state_history(self, viewer: Audience, state: str, asked: HistoryFilter, page: Page, moment: Moment) -> Listing:
        """What concerns a State or donor, in order of position."""
        with self._log_at(moment, viewer, state) as (connection, position):
            return history.state_history(connection, viewer, state, asked, page, position, moment.as_of)

    def history_counted(
        self, viewer: Audience, state: str, asked: HistoryFilter, moment: Moment
    ) -> tuple[int, str | None]:
        """How many items it has, and the last day on which something happened."""
        with self._log_at(moment, viewer, state) as (connection, _):
            return history.history_counted(connection, viewer, state, asked, moment.as_of)

    def log(self, viewer: Audience, page: Page, moment: Moment, event_id: str | None = None) -> Listing:
        """Every event the viewer may see, in order; or the one with an id."""
        with self._engine.connect() as live:
            position = _position(live)
            if moment.known_at is None:
                return history.log(live, viewer, page, position, event_id, moment.as_of)
            return past_log.log(live, self._past, Asked(viewer, moment, position, _LOG), page, event_id)

    def last_recorded_by(self, viewer: Audience, actor: str, at_most: int) -> list[bytes]:
        """What somebody did last, one fact for each of the things they touched, newest first."""
        with self._engine.connect() as live:
            return history.last_recorded_by(live, viewer, actor, at_most)

    def explanations(self, viewer: Audience, donor: str, state: str, moment: Moment) -> dict[str, Any]:
        """Why a donor's support to a State changed; what it had been told by then."""
        with self._between(viewer, donor, state, moment) as (pair, position):
            decisions = explanations(pair)
        return {"donor": donor, "state": state, "decisions": decisions, "items": decisions, "position": position}

    def decisions_in_turn(
        self, viewer: Audience, donor: str, state: str, page: Page, moment: Moment
    ) -> list[dict[str, Any]]:
        """The decisions of a donor about a State, each with what those beside it do not tell."""
        with self._between(viewer, donor, state, moment) as (pair, _):
            return decisions_in_turn(pair, page)

    def states(self, viewer: Audience, moment: Moment) -> list[dict[str, Any]]:
        """Every State or organisation that the viewer sees something of, with what is due and open."""
        with self._at(moment, viewer, views=_DIRECTORY) as (connection, _):
            return directory(connection, viewer, on_record(connection, viewer, self._day(moment)))

    def last_contacts(self, viewer: Audience, state: str, moment: Moment) -> list[dict[str, Any]]:
        """The last contact about a State with each donor."""
        with self._log_at(moment, viewer, state) as (connection, _):
            return history.last_contacts(connection, viewer, state, self._day(moment), moment.as_of)

    def _day(self, moment: Moment) -> str:
        return moment.as_of or self._today()

    @contextmanager
    def _at(
        self, moment: Moment, viewer: Audience, party: str | None = None, thing: str | None = None,
        views: tuple[View, ...] = VIEWS, ids: Callable[[Connection], Sequence[str]] | None = None,
    ) -> Iterator[tuple[Connection, int]]:  # fmt: skip
        """The live views, or these views of a party, of a thing or of all as they were then."""
        with self._engine.connect() as live:
            position = _position(live)
            if moment.is_now:
                yield live, position
                return

        def gathered(past: Connection) -> Sequence[str]:
            with self._engine.connect() as live:
                if ids:
                    return ids(live)
                if thing:
                    return concerning.things_around(live, thing)
                if party:
                    return concerning.things_of(live, party)
                if moment.as_of and not moment.known_at and _position(live) == position:
                    return at_rest.taken_over(live, past, viewer, views, moment.as_of)
                return concerning.all_things(live, moment.known_at)

        asked = Asked(viewer, moment, position, views, thing or party or "")
        with self._past.at(asked, gathered) as connection:
            yield connection, position

    @contextmanager
    def _log_at(self, moment: Moment, viewer: Audience, party: str) -> Iterator[tuple[Connection, int]]:
        """A party's part of the log: what had happened by a day is found among the live rows, as it stands."""
        with self._at(Moment(known_at=moment.known_at), viewer, party, views=_LOG) as (connection, position):
            yield connection, position

    @contextmanager
    def _between(self, viewer: Audience, donor: str, state: str, moment: Moment) -> Iterator[tuple[Pair, int]]:
        """What is on record between a donor and a State."""
        ids = partial(concerning.things_between, donor=donor, state=state)
        with self._at(moment, viewer, f"{donor} {state}", views=_WHY, ids=ids) as (connection, position):
            yield Pair(connection, viewer, donor, state, self._zone), position


def _position(connection: Connection) -> int:
    row = connection.execute(select(positions.c.position).where(positions.c.view == events.table.name)).first()
    return row.position if row else 0
