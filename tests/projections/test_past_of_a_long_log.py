"""Another moment of a long log: pages read no more of it than they need, and say what a fold of all of it says."""

import orjson
import pytest
from builders import ALL, NOW, a_correction, a_payment, a_pledge, a_report, a_request, a_retraction, moment, someone
from databases import BOTH, Databases
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import STEPS
from test_views_are_folds import PARTIES, READERS, a_record, told

from projections import past, past_log
from projections.audience import COORDINATORS, PUBLIC, audience_of
from projections.filters import DeadlineFilter, MeetingFilter, OutcomeFilter
from projections.moment import Moment
from projections.page import Page

DAYS = ["2025-01-01", "2025-03-15", "2025-05-01", "2025-06-15"]


@settings(max_examples=20)
@given(STEPS, st.sampled_from(READERS), st.sampled_from(PARTIES), st.sampled_from(DAYS))
def test_by_a_day_the_live_rows_say_what_a_fold_says(databases: Databases, steps, viewer, party, day):
    """What had happened by a day is found among the rows as they stand; the fold as known now gives the same."""
    with a_record(databases) as record:
        told(record, steps)
        folded = Moment(day, record.clock())

        for read in (record.requests, record.pledges, record.shifts, record.totals):
            assert read(viewer, Moment(day)) == read(viewer, folded)
        for ask, said in _of_the_field(record.queries):
            assert ask(viewer, *said, Moment(day)) == ask(viewer, *said, folded)

        assert record.log(viewer, Moment(day)) == record.log(viewer, folded)
        assert record.history(viewer, Moment(day), party) == record.history(viewer, folded, party)
        assert record.queries.states(viewer, Moment(day)) == record.queries.states(viewer, folded)
        contacts = record.queries.last_contacts
        assert contacts(viewer, party, Moment(day)) == contacts(viewer, party, folded)


def _of_the_field(queries):
    """Questions that name no State, and what is asked with each."""
    return [
        (queries.deadlines, [DeadlineFilter(status="any")]),
        (queries.silent, [None]),
        (queries.coverage, []),
        (queries.overview, [2025]),
        (queries.matches, [None, None]),
        (queries.contacts_due, [0]),
        (queries.state_record, ["XAA"]),
        (queries.briefing, ["XAA"]),
        (queries.outcomes, [OutcomeFilter("all"), ALL]),
        (queries.meetings, [MeetingFilter(), ALL]),
        (queries.changes, [moment("2025-01-01"), ALL]),
    ]


@pytest.fixture
def few_at_once(monkeypatch):
    """Batches as small as they get."""
    monkeypatch.setattr(past_log, "AT_ONCE", 3)
    monkeypatch.setattr(past, "AT_ONCE", 3)


@BOTH
class TestPages:
    """The log and the list of who is on record, as known at a time."""

    @pytest.mark.usefixtures("few_at_once")
    @pytest.mark.parametrize("limit", [1, 2, 5, 50])
    def test_every_event_is_on_one_page(self, record, limit):
        """However small the pages and the batches: each event once, in order, as it was known."""
        pledge = record.handle(a_pledge()).id
        for year in range(2015, 2025):
            record.handle(a_report(year=year, visibility="public" if year % 3 else "coordinators"))
        record.handle(a_payment(pledge, 1))
        then = Moment(None, record.clock())
        record.handle(a_correction(pledge, conditions="None."))
        record.handle(a_request())

        for viewer, count in ((COORDINATORS, 12), (PUBLIC, 7)):
            pages = list(self._pages(record, viewer, then, limit))
            assert [len(page) for page in pages[:-1]] == [limit] * (len(pages) - 1)
            documents = [orjson.loads(document) for page in pages for document in page]
            places = [each["position"] for each in documents]
            assert (len(places), places) == (count, sorted(set(places)))
            assert {each["corrected_by"] for each in documents} == {None}

    def _pages(self, record, viewer, then, limit):
        after = 0
        while after is not None:
            listing = record.queries.log(viewer, Page(limit, after), then)
            yield listing.items
            after = listing.after

    def test_who_no_longer_reported_it_saw_it_then(self, record):
        """A hidden fact whose reporter was corrected since: as known then, it was the first one's own."""
        state = someone("state", "XAA")
        request = record.handle(a_request(by=state, visibility="coordinators")).event_ids[0]
        then = Moment(None, record.clock())
        record.handle(a_correction(request, reported_by="XBB"))

        assert record.log(audience_of(state), NOW) == []
        assert len(record.log(audience_of(state), then)) == 1

    @pytest.mark.usefixtures("few_at_once")
    def test_a_retraction_made_since_is_not_known(self, record):
        """Who was on record then, with how much."""
        first = record.handle(a_request()).event_ids[0]
        record.handle(a_pledge())
        then = Moment(None, record.clock())
        record.handle(a_retraction(first))

        assert [(row["code"], row["facts"]) for row in record.queries.states(COORDINATORS, then)] == [
            ("XAA", 2),
            ("XBB", 1),
        ]


def test_a_page_reads_no_more_than_it_needs(record, monkeypatch):
    """The first page as known at a time is made of the first things alone."""
    for year in range(2010, 2025):
        record.handle(a_report(year=year))
    read = counting(record, monkeypatch)

    record.queries.log(COORDINATORS, Page(3), Moment(None, record.clock()))

    assert read == [4]


def test_the_same_moment_is_made_once(record, monkeypatch, clock):
    """Until something is recorded; then it is made anew."""
    record.handle(a_pledge())
    read, then = counting(record, monkeypatch), Moment("2025-06-15", moment("2026-01-01"))
    for _ in range(3):
        assert len(record.pledges(COORDINATORS, then)) == 1
    assert read == [1]

    record.handle(a_pledge())
    assert len(record.pledges(COORDINATORS, then)) == 2
    assert read == [1, 2]


def test_only_what_went_on_after_a_day_is_folded_anew(record, monkeypatch):
    """What was at rest by then is as it is now, and what began later was not there."""
    record.handle(a_pledge(occurred_on="2025-01-01"))
    went_on = record.handle(a_pledge(occurred_on="2025-01-01")).id
    record.handle(a_payment(went_on, 40, occurred_on="2025-06-01"))
    record.handle(a_pledge(occurred_on="2025-06-01"))
    read = counting(record, monkeypatch)

    then = record.pledges(COORDINATORS, Moment("2025-03-01"))
    assert [each["paid"] for each in then] == [[], []]
    assert read == [1]


def test_no_more_moments_are_kept_than_a_few(record):
    """Memory has an end."""
    record.handle(a_pledge())
    for day in range(1, 20):
        record.pledges(COORDINATORS, Moment(f"2025-07-{day:02}", moment("2026-01-01")))

    assert len(record.queries._past._kept) == past.KEPT


def counting(record, monkeypatch) -> list[int]:
    """How many things were read each time."""
    read, read_things = [], record.queries._past._read_things

    def counted(ids, position):
        read.append(len(ids))
        return read_things(ids, position)

    monkeypatch.setattr(record.queries._past, "_read_things", counted)
    return read
