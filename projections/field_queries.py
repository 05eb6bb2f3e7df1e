"""The questions about the whole field, for the one door for reading."""

from datetime import datetime
from typing import Any

from projections import (
    challenges,
    changes,
    deadline_answers,
    events,
    field_answers,
    figures,
    filters,
    profiles,
    rates,
    requests,
    routes,
    shifts,
    state_history,
)
from projections.at_moments import AtMoments
from projections.audience import Audience
from projections.briefing import briefing
from projections.deadline_answers import DUE
from projections.deadlines import deadlines
from projections.moment import Moment
from projections.overview import overview
from projections.page import Listing, Page
from projections.silence import silent
from projections.views import views_of
from projections.waiting import waiting

Document = dict[str, Any]
_THINGS = views_of(*field_answers.LISTED.values())
_COVERAGE = views_of(figures.table, rates.table, requests.table, profiles.table)
_MATCHES = views_of(requests.table, profiles.table)
_CONTACTS = views_of(requests.table, profiles.table, figures.table, state_history.table)
_OVERVIEW = (*DUE, *views_of(state_history.table))
_CHANGES = views_of(events.table, state_history.table)
_BRIEFING = (
    *DUE, *views_of(shifts.table, rates.table, challenges.table, routes.table, state_history.table),
)  # fmt: skip


class FieldQueries(AtMoments):
    """Part of Queries; days are counted from `as_of`, or from today."""

    def things(self, viewer: Audience, kind: str, asked: filters.FieldFilter, page: Page, moment: Moment) -> Listing:
        """Plans, challenges, coalitions, practices, or the latest profile of each donor."""
        with self._at(moment, viewer, views=_THINGS) as (connection, position):
            return field_answers.things(connection, viewer, kind, asked, page, position)

    def silent(self, viewer: Audience, article: int | None, moment: Moment) -> tuple[list[Document], int]:
        """States with an obligation that stands and no request under its article."""
        with self._at(moment, viewer, views=DUE) as (connection, position):
            record = deadline_answers.on_record(connection, viewer, self._day(moment))
            return silent(deadlines(record), article), position

    def coverage(self, viewer: Audience, moment: Moment) -> tuple[Document, int]:
        """The share of committed support to the States that get most, beside those that wait."""
        with self._at(moment, viewer, views=_COVERAGE) as (connection, position):
            return field_answers.left_out(connection, viewer), position

    def overview(self, viewer: Audience, year: int, moment: Moment) -> tuple[Document, int]:
        """Reports, assistance and obligations of one year."""
        with self._at(moment, viewer, views=_OVERVIEW) as (connection, position):
            record = deadline_answers.on_record(connection, viewer, self._day(moment))
            asked = field_answers.requests_in_short(connection, viewer, requests.table.c.occurred_on <= f"{year}-12-31")
            return overview(year, record, asked, field_answers.support_facts(connection, viewer, year)), position

    def matches(
        self, viewer: Audience, request_id: str | None, donor: str | None, moment: Moment
    ) -> tuple[list[Document], int]:
        """Who could help with which open request, best first."""
        with self._at(moment, viewer, views=_MATCHES) as (connection, position):
            return field_answers.who_could_help(connection, viewer, self._day(moment), request_id, donor), position

    def contacts_due(self, viewer: Audience, days: int, moment: Moment) -> tuple[list[Document], int]:
        """Whom to brief, longest without contact first."""
        with self._at(moment, viewer, views=_CONTACTS) as (connection, position):
            return field_answers.whom_to_brief(connection, viewer, self._day(moment), days), position

    def waiting(self, viewer: Audience, today: str) -> list[Document]:
        """What waits though no date was set, longest first: explanations of shifts, and contacts gone stale."""
        with self._at(Moment(), viewer) as (connection, _):
            return waiting(connection, viewer, today)

    def changes(
        self, viewer: Audience, since: datetime, page: Page, moment: Moment, party: str | None = None,
        until: datetime | None = None,
    ) -> Listing:  # fmt: skip
        """What was recorded since a moment, and until another."""
        with self._at(moment, viewer, party=party, views=_CHANGES) as (connection, position):
            return changes.changes(connection, viewer, changes.Recorded(since, until, party), page, position)

    def changes_counted(
        self, viewer: Audience, since: datetime, moment: Moment, party: str | None = None,
        until: datetime | None = None,
    ) -> int:  # fmt: skip
        """How much was recorded since a moment, and until another."""
        with self._at(moment, viewer, party=party, views=_CHANGES) as (connection, _):
            return changes.changes_counted(connection, viewer, changes.Recorded(since, until, party))

    def briefing(self, viewer: Audience, state: str, moment: Moment) -> tuple[Document, int]:
        """A State on one page."""
        with self._at(moment, viewer, views=_BRIEFING) as (connection, position):
            return briefing(state, field_answers.gathered(connection, viewer, self._day(moment), state)), position
