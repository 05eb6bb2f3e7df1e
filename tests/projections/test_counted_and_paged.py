"""What is counted without being read is what there is, and pages taken from either end are parts of the whole."""

from hypothesis import given, settings
from hypothesis import strategies as st
from stories import STEPS
from test_views_are_folds import PARTIES, READERS, a_record, told

from projections.filters import HistoryFilter, PledgeFilter, RequestFilter, ShiftFilter
from projections.moment import Moment
from projections.page import Page

NOW, WHOLE = Moment(), Page(10_000)


@settings(max_examples=20)
@given(STEPS, st.sampled_from(READERS), st.sampled_from(PARTIES))
def test_counts_and_pages_are_those_of_the_whole(databases, steps, viewer, party):
    """For each reader the number is that of the list, and the last but one alone is what the list has there."""
    with a_record(databases) as record:
        queries = told(record, steps).queries
        history, requests, pledges, shifts = HistoryFilter(), RequestFilter(), PledgeFilter(), ShiftFilter(by_day=True)
        counted = (
            queries.history_counted(viewer, party, history, NOW)[0],
            queries.requests_counted(viewer, requests, NOW),
            queries.totals(viewer, pledges, NOW)["pledges"],
            queries.shifts_counted(viewer, shifts, NOW),
        )
        lists = (
            lambda page: queries.state_history(viewer, party, history, page, NOW).items,
            lambda page: queries.requests(viewer, requests, page, NOW).items,
            lambda page: queries.listed_pledges(viewer, pledges, page, NOW).items,
            lambda page: queries.shifts(viewer, shifts, page, NOW).items,
        )

        for number, read in zip(counted, lists, strict=True):
            whole = read(WHOLE)
            assert number == len(whole)
            assert read(Page(1, skip=1)) == whole[1:2]
            assert read(Page(1, skip=1, latest=True)) == whole[:-1][-1:]


@settings(max_examples=20)
@given(STEPS, st.sampled_from(READERS), st.sampled_from(["XAA", "XAB"]))
def test_decisions_in_turn_tell_what_the_whole_tells(databases, steps, viewer, state):
    """Nothing that told the donor something, and nothing that followed, is lost between two decisions."""
    with a_record(databases) as record:
        told(record, steps)
        whole = record.decisions(viewer, state=state)
        turns = record.queries.decisions_in_turn(viewer, "XBB", state, Page(10_000), NOW)

        assert [turn["id"] for turn in turns] == [each["id"] for each in whole]
        anew = [item["event_id"] for turn in turns for item in turn["told_anew"]]
        assert sorted(anew) == sorted({item["event_id"] for each in whole for item in each["told_by_then"]})
        for turn, each in zip(turns, whole, strict=True):
            assert (turn["told_in_all"], turn["since_in_all"]) == (len(each["told_by_then"]), len(each["since"]))
            assert [item for item in turn["followed"] if item not in each["since"]] == []
