"""The questions about requests, pledges and shifts, for the one door for reading."""

from typing import Any

import orjson
from sqlalchemy import Connection

from projections import answers, events, figures, filters, pledges, rates, requests, shifts, support_answers
from projections.at_moments import AtMoments
from projections.audience import Audience
from projections.moment import Moment
from projections.page import Listing, Page
from projections.totals import totals_in_short
from projections.views import views_of

_REQUESTS = views_of(requests.table, pledges.table)
_PLEDGES = views_of(pledges.table, figures.table, rates.table)
_BEHIND = views_of(pledges.table, events.table)
_SHIFTS = views_of(shifts.table)


class SupportQueries(AtMoments):
    """Part of Queries; days are counted from `as_of`, or from today."""

    def requests(self, viewer: Audience, asked: filters.RequestFilter, page: Page, moment: Moment) -> Listing:
        """Requests with what was pledged for each."""
        with self._at(moment, viewer, asked.state, asked.id, _REQUESTS) as (connection, position):
            return answers.requests(connection, viewer, asked, page, position)

    def listed_requests(self, viewer: Audience, asked: filters.RequestFilter, page: Page, moment: Moment) -> Listing:
        """Requests alone."""
        with self._at(moment, viewer, asked.state, asked.id, _REQUESTS) as (connection, position):
            return answers.listed_requests(connection, viewer, asked, page, position)

    def requests_counted(self, viewer: Audience, asked: filters.RequestFilter, moment: Moment) -> int:
        """How many requests there are."""
        with self._at(moment, viewer, asked.state, asked.id, _REQUESTS) as (connection, _):
            return answers.requests_counted(connection, viewer, asked)

    def pledges(self, viewer: Audience, asked: filters.PledgeFilter, page: Page, moment: Moment) -> Listing:
        """Pledges, and the totals over all that match, not over the page alone."""
        with self._at(moment, viewer, asked.state or asked.donor, asked.id, _PLEDGES) as (connection, position):
            listing = support_answers.pledges(connection, viewer, asked, page, position)
            listing.beside["totals"] = _totals(connection, viewer, asked)
            return listing

    def listed_pledges(self, viewer: Audience, asked: filters.PledgeFilter, page: Page, moment: Moment) -> Listing:
        """Pledges alone."""
        with self._at(moment, viewer, asked.state or asked.donor, asked.id, _PLEDGES) as (connection, position):
            return support_answers.pledges(connection, viewer, asked, page, position)

    def behind_total(
        self, viewer: Audience, measure: str, asked: filters.PledgeFilter, page: Page, moment: Moment
    ) -> Listing:
        """The events that a total over matching pledges is made of."""
        with self._at(moment, viewer, asked.state or asked.donor, views=_BEHIND) as (connection, position):
            return support_answers.behind_total(connection, viewer, measure, asked, page, position)

    def totals(self, viewer: Audience, asked: filters.PledgeFilter, moment: Moment) -> dict[str, Any]:
        """Committed, paid, pledged and received over all matching pledges."""
        with self._at(moment, viewer, asked.state or asked.donor, asked.id, _PLEDGES) as (connection, _):
            return _totals(connection, viewer, asked)

    def shifts(self, viewer: Audience, asked: filters.ShiftFilter, page: Page, moment: Moment) -> Listing:
        """Shifts; unexplained ones with the days they have waited."""
        with self._at(moment, viewer, asked.state or asked.donor, views=_SHIFTS) as (connection, position):
            return answers.shifts(connection, viewer, asked, page, position, self._day(moment))

    def shifts_counted(self, viewer: Audience, asked: filters.ShiftFilter, moment: Moment) -> int:
        """How many shifts there are."""
        with self._at(moment, viewer, asked.state or asked.donor, views=_SHIFTS) as (connection, _):
            return answers.shifts_counted(connection, viewer, asked)


def _totals(connection: Connection, viewer: Audience, asked: filters.PledgeFilter) -> dict[str, Any]:
    known = [orjson.loads(each) for each in support_answers.rate_documents(connection, viewer)]
    return totals_in_short(support_answers.figures(connection, viewer, asked), known)
