"""What should not have been recorded counts nowhere, stays visible as retracted, and is never shown as a shift."""

import pytest
from builders import (
    a_command,
    a_commitment,
    a_correction,
    a_payment,
    a_pledge,
    a_request,
    a_retraction,
    a_shift,
    an_announcement,
    an_explanation,
    euros,
)

from domain.corrections.errors import AlreadyRetracted, NotCorrectable
from projections.audience import COORDINATORS


@pytest.fixture
def pledge(record):
    return record.handle(a_pledge()).id


def pledged(record):
    return {each["state"]: each["pledged"] for each in record.pledges(COORDINATORS)}


def test_a_retracted_fact_counts_nowhere(record, pledge):
    """Its figure is gone, and it stays in the history, marked."""
    payment = record.handle(a_payment(pledge, 40)).id
    record.handle(a_retraction(payment))

    assert record.totals(COORDINATORS)["paid"] == []
    shown = {each["event_id"]: each for each in record.history(COORDINATORS)}
    assert shown[payment]["retracted"] is True
    assert shown[payment]["detail"]["money"] == euros("40.00")


def test_a_retraction_is_no_shift(record, pledge):
    """Neither a retracted cut nor its retraction is in the list of shifts."""
    shift = record.handle(a_shift("cut", 30)).id
    record.handle(a_retraction(shift))

    assert record.shifts(COORDINATORS) == []
    assert record.decisions(COORDINATORS) == []
    assert pledged(record) == {"XAA": [euros("100.00")]}
    kinds = [each["kind"] for each in record.history(COORDINATORS, kind="fact.retracted")]
    assert kinds == ["fact.retracted"]


def test_retracting_the_opening_voids_the_thing(record, pledge):
    """What was said of a pledge that never was counts nowhere either."""
    record.handle(a_commitment(pledge))
    record.handle(a_payment(pledge))
    record.handle(a_shift("cut", 10))
    record.handle(a_retraction(pledge))

    totals = record.totals(COORDINATORS)
    assert [totals[measure] for measure in ("pledged", "committed", "paid")] == [[], [], []]
    assert record.pledges(COORDINATORS) == []
    assert record.shifts(COORDINATORS) == []
    assert record.pledges(COORDINATORS, id=pledge)[0]["retracted"] is True


def test_a_fact_is_retracted_once(record, pledge):
    """And what was retracted is not put right."""
    record.handle(a_retraction(pledge))

    for command in (a_retraction(pledge), a_correction(pledge, conditions="None.")):
        refused = record.refusal(command)
        assert (type(refused), refused.field) == (AlreadyRetracted, "event_id")


def test_an_announcement_is_not_retracted(record, pledge):
    """What was seen was seen: the circle is narrowed anew."""
    announced = record.handle(an_announcement(pledge)).id

    refused = record.refusal(a_retraction(announced))

    assert (type(refused), refused.field) == (NotCorrectable, "event_id")


def test_the_pledge_opened_for_a_shift_alone_goes_with_it(record):
    """A pledge of unknown amount that nothing else speaks of never was."""
    shift = record.handle(a_shift("cut", 30)).id
    record.handle(an_explanation(shift))
    record.handle(a_retraction(shift))

    assert record.pledges(COORDINATORS) == []


def test_the_pledge_opened_for_a_shift_stays_where_more_is_known(record):
    """A payment says that there was support, whatever became of the shift."""
    shift = record.handle(a_shift("cut", 30)).id
    (opened,) = record.pledges(COORDINATORS)
    record.handle(a_payment(opened["id"], 20))
    record.handle(a_retraction(shift))

    (still,) = record.pledges(COORDINATORS)
    assert (still["paid"], still["shifts"]) == ([euros("20.00")], [])


def test_a_redirect_is_retracted_with_the_pledge_it_opened(record, pledge):
    """One act: nothing left the one State, so nothing entered the other."""
    shift = record.handle(a_shift("redirect", 30)).id
    receipt = record.handle(a_retraction(shift))

    assert len(receipt.event_ids) == 2
    assert pledged(record) == {"XAA": [euros("100.00")]}


def test_a_retraction_taken_back_reinstates(record, pledge):
    """The retraction never was, so the fact stands as it did."""
    payment = record.handle(a_payment(pledge, 40)).id
    retraction = record.handle(a_retraction(payment)).id
    record.handle(a_retraction(retraction))

    assert record.totals(COORDINATORS)["paid"] == [euros("40.00")]
    assert record.log(COORDINATORS, event_id=payment)[0]["retracted"] is False


def test_a_correction_retracted_gives_the_first_words_back(record, pledge):
    """And that retraction taken back gives the correction back: each step acts on the one before."""
    correction = record.handle(a_correction(pledge, money=euros(50))).id
    retraction = record.handle(a_retraction(correction)).id
    assert pledged(record) == {"XAA": [euros("100.00")]}

    again = record.handle(a_retraction(retraction)).id
    assert pledged(record) == {"XAA": [euros("50.00")]}

    record.handle(a_retraction(again))
    assert pledged(record) == {"XAA": [euros("100.00")]}


def test_a_redirect_is_reinstated_whole(record, pledge):
    """What was taken back as one act comes back as one, as often as people change their mind."""
    shift = record.handle(a_shift("redirect", 30)).id
    both, neither = {"XAA": [euros("70.00")], "XAB": [euros("30.00")]}, {"XAA": [euros("100.00")]}

    act = shift
    for expected in (neither, both, neither, both):
        act = record.handle(a_retraction(act)).id
        assert pledged(record) == expected


def test_a_mended_redirect_is_unmended_whole(record, pledge):
    """A wrong correction of the amount is taken back in both pledges."""
    shift = record.handle(a_shift("redirect", 30)).id
    correction = record.handle(a_correction(shift, money=euros(20))).id
    record.handle(a_retraction(correction))

    assert pledged(record) == {"XAA": [euros("70.00")], "XAB": [euros("30.00")]}


def test_a_shift_of_unrecorded_support_is_reinstated_with_its_pledge(record):
    """The pledge that went with the shift comes back with it."""
    shift = record.handle(a_shift("cut", 30)).id
    retraction = record.handle(a_retraction(shift)).id
    record.handle(a_retraction(retraction))

    assert [each["id"] for each in record.shifts(COORDINATORS)] == [shift]
    assert len(record.pledges(COORDINATORS)) == 1


def test_a_retraction_carries_the_day_of_what_it_takes_back(record):
    """Wherever that day moved since, and however deep the chain: as of a day, both are there or neither."""
    request = record.handle(a_request(occurred_on="2025-03-01"))
    first = record.handle(a_correction(request.id, occurred_on="2025-04-01")).id
    record.handle(a_retraction(first))
    record.handle(a_correction(request.id, occurred_on="2025-05-01"))

    assert {each["occurred_on"] for each in record.history(COORDINATORS)} == {"2025-05-01"}


def test_a_question_and_an_answer_are_retracted_alone(record, pledge):
    """The shift they are about stays, and waits again."""
    shift = record.handle(a_shift()).id
    asked = record.handle(a_command("ask-explanation", shift_id=shift, asked_of="XBB")).id
    explained = record.handle(an_explanation(shift)).id
    for fact in (asked, explained):
        record.handle(a_retraction(fact))

    (now,) = record.shifts(COORDINATORS, unexplained=True)
    assert (now["asked"], now["accounts"], now["explained_on"]) == ([], [], None)
