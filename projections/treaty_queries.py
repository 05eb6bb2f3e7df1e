"""The questions about deadlines, States and meetings, for the one door for reading."""

import orjson

from projections import deadline_answers, filters, meeting_answers, meetings, outcomes, shifts
from projections.at_moments import AtMoments
from projections.audience import Audience
from projections.deadline_answers import DUE
from projections.moment import Moment
from projections.on_record import Document
from projections.page import Listing, Page
from projections.state_record import state_record
from projections.summary import meeting_summary
from projections.views import views_of

_MEETINGS = views_of(meetings.table, outcomes.table)
_STATE = (*DUE, *views_of(shifts.table))


class TreatyQueries(AtMoments):
    """Part of Queries; days are counted from `as_of`, or from today."""

    def deadlines(
        self, viewer: Audience, asked: filters.DeadlineFilter, moment: Moment, today: str | None = None
    ) -> tuple[list[Document], int]:
        """What is due, soonest first; days are counted from `today` where that is given."""
        with self._at(moment, viewer, views=DUE) as (connection, position):
            return deadline_answers.due(connection, viewer, asked, today or self._day(moment)), position

    def reminders(self, viewer: Audience, message_ts: str | None = None) -> list[Document]:
        """Every reminder that was sent, or those of one message, oldest first."""
        with self._at(Moment(), viewer) as (connection, _):
            return deadline_answers.sent_reminders(connection, viewer, message_ts)

    def routes(self, viewer: Audience) -> list[Document]:
        """Every route, oldest first."""
        with self._at(Moment(), viewer) as (connection, _):
            return deadline_answers.set_routes(connection, viewer)

    def standing(self, viewer: Audience, moment: Moment, state: str | None = None) -> dict[str, Document]:
        """Where each State stands with the Convention."""
        with self._at(moment, viewer, views=DUE) as (connection, _):
            return deadline_answers.standing(connection, viewer, self._day(moment), state)

    def state_record(self, viewer: Audience, state: str, moment: Moment) -> Document:
        """One State under the Convention, with what is due from it."""
        with self._at(moment, viewer, views=_STATE) as (connection, _):
            record = deadline_answers.on_record(connection, viewer, self._day(moment))
            return state_record(connection, viewer, record, state)

    def meetings(self, viewer: Audience, asked: filters.MeetingFilter, page: Page, moment: Moment) -> Listing:
        """Meetings, planned and held."""
        with self._at(moment, viewer, views=_MEETINGS) as (connection, position):
            return meeting_answers.all_meetings(connection, viewer, asked, page, position)

    def meeting_summary(self, viewer: Audience, meeting_id: str, moment: Moment) -> Document | None:
        """A meeting's summary; a draft is for those who see people, to others there is none yet."""
        found = self.meetings(viewer, filters.MeetingFilter(id=meeting_id), Page(1), moment)
        shown = orjson.loads(found.items[0]) if found.items else None
        if not shown or not shown["held"] or not (shown["summary_approved"] or viewer.sees_people):
            return None
        return meeting_summary(shown)

    def outcomes(self, viewer: Audience, asked: filters.OutcomeFilter, page: Page, moment: Moment) -> Listing:
        """The ledger of outcomes."""
        with self._at(moment, viewer, views=_MEETINGS) as (connection, position):
            return meeting_answers.all_outcomes(connection, viewer, asked, page, position)
