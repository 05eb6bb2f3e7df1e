"""The one door for reading: every question names its viewer and its moment; there are no defaults for either."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import tzinfo
from typing import Any

import orjson
from sqlalchemy import Connection, Engine, select

from projections import answers, events, filters, history, past_log, pledges, rates, requests, shifts, state_history
from projections.audience import Audience
from projections.deadline_answers import on_record
from projections.directory import directory
from projections.explanations import explanations, opened_by_redirects
from projections.field_queries import FieldQueries
from projections.filters import HistoryFilter
from projections.moment import Moment
from projections.page import Listing, Page
from projections.past import Asked, Past, ReadThings
from projections.schema import positions
from projections.thing import Thing, thing_at
from projections.totals import totals
from projections.treaty_queries import TreatyQueries
from projections.views import VIEWS, View, views_of

_LOG = views_of(events.table, state_history.table)
_REQUESTS = views_of(requests.table, pledges.table)
_PLEDGES = views_of(pledges.table, rates.table)
_BEHIND = views_of(pledges.table, events.table)
_SHIFTS = views_of(shifts.table)


class Queries(TreatyQueries, FieldQueries):
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

    def requests(self, viewer: Audience, asked: filters.RequestFilter, page: Page, moment: Moment) -> Listing:
        """Requests with what was pledged for each."""
        with self._at(moment, viewer, asked.state, asked.id, _REQUESTS) as (connection, position):
            return answers.requests(connection, viewer, asked, page, position)

    def pledges(self, viewer: Audience, asked: filters.PledgeFilter, page: Page, moment: Moment) -> Listing:
        """Pledges, and the totals over all that match, not over the page alone."""
        with self._at(moment, viewer, asked.state or asked.donor, asked.id, _PLEDGES) as (connection, position):
            listing = answers.pledges(connection, viewer, asked, page, position)
            listing.beside["totals"] = self._totals(connection, viewer, asked)
            return listing

    def behind_total(
        self, viewer: Audience, measure: str, asked: filters.PledgeFilter, page: Page, moment: Moment
    ) -> Listing:
        """The events that a total over matching pledges is made of."""
        with self._at(moment, viewer, asked.state or asked.donor, views=_BEHIND) as (connection, position):
            return answers.behind_total(connection, viewer, measure, asked, page, position)

    def totals(self, viewer: Audience, asked: filters.PledgeFilter, moment: Moment) -> dict[str, Any]:
        """Committed, paid, pledged and received over all matching pledges."""
        with self._at(moment, viewer, asked.state or asked.donor, asked.id, _PLEDGES) as (connection, _):
            return self._totals(connection, viewer, asked)

    def shifts(self, viewer: Audience, asked: filters.ShiftFilter, page: Page, moment: Moment) -> Listing:
        """Shifts; unexplained ones with the days they have waited."""
        with self._at(moment, viewer, asked.state or asked.donor, views=_SHIFTS) as (connection, position):
            return answers.shifts(connection, viewer, asked, page, position, moment.as_of or self._today())

    def explanations(self, viewer: Audience, donor: str, state: str, moment: Moment) -> dict[str, Any]:
        """Why a donor's support to a State changed; what it had been told by then."""
        with self._engine.connect() as connection:
            position = _position(connection)
            ids = history.things_of(connection, state, donor)
        things = self._things(ids, position, moment)
        things += self._things(opened_by_redirects(things), position, moment)
        decisions = explanations(things, donor, state, viewer, self._zone)
        return {"donor": donor, "state": state, "decisions": decisions, "items": decisions, "position": position}

    def states(self, viewer: Audience, moment: Moment) -> list[dict[str, Any]]:
        """Every State or organisation that the viewer sees something of, with what is due and open."""
        with self._at(moment, viewer) as (connection, _):
            return directory(connection, viewer, on_record(connection, viewer, self._day(moment)))

    def last_contacts(self, viewer: Audience, state: str, moment: Moment) -> list[dict[str, Any]]:
        """The last contact about a State with each donor."""
        with self._log_at(moment, viewer, state) as (connection, _):
            return history.last_contacts(connection, viewer, state, self._day(moment), moment.as_of)

    def _day(self, moment: Moment) -> str:
        return moment.as_of or self._today()

    def _totals(self, connection: Connection, viewer: Audience, asked: filters.PledgeFilter) -> dict[str, Any]:
        documents = [orjson.loads(each) for each in answers.pledge_documents(connection, viewer, asked)]
        return totals(documents, [orjson.loads(each) for each in answers.rate_documents(connection, viewer)])

    @contextmanager
    def _at(
        self, moment: Moment, viewer: Audience, party: str | None = None, thing: str | None = None,
        views: tuple[View, ...] = VIEWS,
    ) -> Iterator[tuple[Connection, int]]:  # fmt: skip
        """The live views, or these views of a party, of a thing or of all as they were then."""
        with self._engine.connect() as live:
            position = _position(live)
            if moment.is_now:
                yield live, position
                return

        def ids() -> list[str]:
            with self._engine.connect() as live:
                if thing:
                    return history.things_around(live, thing)
                return history.things_of(live, party) if party else history.all_things(live, moment.known_at)

        asked = Asked(viewer, moment, position, views, thing or party or "")
        with self._past.at(asked, ids) as connection:
            yield connection, position

    @contextmanager
    def _log_at(self, moment: Moment, viewer: Audience, party: str) -> Iterator[tuple[Connection, int]]:
        """A party's part of the log: what had happened by a day is found among the live rows, as it stands."""
        with self._at(Moment(known_at=moment.known_at), viewer, party, views=_LOG) as (connection, position):
            yield connection, position

    def _things(self, ids: Sequence[str], position: int, moment: Moment) -> list[Thing]:
        known = (thing_at(recorded, moment.known_at) for recorded in self._read_things(ids, position))
        return [thing for each in known if each and (thing := each.happened_by(moment.as_of))]


def _position(connection: Connection) -> int:
    row = connection.execute(select(positions.c.position).where(positions.c.view == events.table.name)).first()
    return row.position if row else 0
