"""A shift nobody explained waits, by the day it happened, until the donor itself says why."""

import pytest
from builders import a_command, a_pledge, a_shift, an_explanation, moment, stated

from projections.audience import COORDINATORS, STATES_PARTIES
from projections.moment import Moment


@pytest.fixture
def shift(record, clock):
    """Cut in March, learnt of in April, asked in May; today is mid-June."""
    clock.set("2025-04-10")
    record.handle(a_pledge())
    shift = record.handle(a_shift("cut", 30, occurred_on="2025-03-01")).id
    clock.set("2025-05-10")
    record.handle(a_command("ask-explanation", shift_id=shift, asked_of="XBB"))
    clock.set("2025-06-15")
    return shift


def test_it_waits_since_it_happened(record, shift):
    """Not since somebody noticed."""
    (waiting,) = record.shifts(COORDINATORS, unexplained=True)

    assert (waiting["id"], waiting["days_waiting"]) == (shift, 106)
    assert [asked["asked_of"] for asked in waiting["asked"]] == ["XBB"]


def test_it_waited_as_of_a_day(record, shift):
    """Days are counted to the day that is asked about."""
    (waiting,) = record.shifts(COORDINATORS, Moment(as_of="2025-03-31"), unexplained=True)

    assert (waiting["days_waiting"], waiting["asked"]) == (30, [])


@pytest.mark.parametrize("words", ["recipient_account", "coordinator_inference"])
def test_the_account_of_others_does_not_close_it(record, shift, words):
    """It stands beside, with whose words it is; the donor is still to be asked."""
    record.handle(an_explanation(shift, **stated("They see no need.", words), visibility="states_parties"))

    (waiting,) = record.shifts(STATES_PARTIES, unexplained=True)
    assert (waiting["reason_source"], waiting["explained_on"], waiting["days_to_explanation"]) == (words, None, None)
    assert [account["reason_source"] for account in waiting["accounts"]] == [words]


def test_the_donors_late_word_closes_it(record, shift, clock):
    """With the days it took; what was inferred before stands beside, and no longer first."""
    record.handle(an_explanation(shift, **stated(source="coordinator_inference")))
    clock.set("2025-07-01")
    record.handle(an_explanation(shift, **stated("The budget fell."), occurred_on="2025-06-20"))

    assert record.shifts(COORDINATORS, unexplained=True) == []
    (told,) = record.shifts(COORDINATORS)
    assert (told["reason_text"], told["reason_source"]) == ("The budget fell.", "donor_stated")
    assert (told["explained_on"], told["days_to_explanation"], told["days_waiting"]) == ("2025-06-20", 111, None)
    assert [account["reason_source"] for account in told["accounts"]] == ["coordinator_inference", "donor_stated"]


def test_it_was_still_waiting_before(record, shift, clock):
    """As of a day before the answer, and as known before it was recorded."""
    clock.set("2025-07-01")
    record.handle(an_explanation(shift, occurred_on="2025-06-20"))

    for before in (Moment(as_of="2025-06-19"), Moment(known_at=moment("2025-06-30"))):
        assert [each["id"] for each in record.shifts(COORDINATORS, before, unexplained=True)] == [shift]
    assert record.shifts(COORDINATORS, Moment(as_of="2025-06-20"), unexplained=True) == []


def test_a_reason_at_once_never_waits(record, shift):
    """Explained on the day it happened."""
    told = record.handle(a_shift("cut", 5, **stated())).id

    (shown,) = record.shifts(COORDINATORS, id=told)
    assert (shown["unexplained"], shown["explained_on"], shown["days_to_explanation"]) == (False, "2025-06-15", 0)


def test_an_inference_never_reads_as_the_donors_word(record, shift):
    """Wherever it is read, the sentence says whose words it is."""
    record.handle(an_explanation(shift, **stated(source="coordinator_inference")))
    record.handle(an_explanation(shift, **stated(source="recipient_account")))
    record.handle(an_explanation(shift, **stated(source="donor_stated")))

    sentences = [item["summary"] for item in record.history(COORDINATORS, kind="shift.explained")]
    assert ["the Coordinators infer, the donor has not said so" in sentence for sentence in sentences] == [
        True,
        False,
        False,
    ]
    assert ["by the recipient's account" in sentence for sentence in sentences] == [False, True, False]
    assert ["the donor says" in sentence for sentence in sentences] == [False, False, True]
