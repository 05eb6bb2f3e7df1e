"""A redirect and the pledge it opened are one act: neither is put right or retracted without the other."""

import pytest
from builders import a_commitment, a_correction, a_payment, a_pledge, a_retraction, a_shift, euros
from databases import BOTH

from domain.pledges.errors import CutExceedsPledge
from projections.audience import COORDINATORS

pytestmark = BOTH
BEFORE = {"XAA": [euros("100.00")]}
AFTER = {"XAA": [euros("70.00")], "XAB": [euros("30.00")]}


def pledged(record):
    return {each["state"]: each["pledged"] for each in record.pledges(COORDINATORS)}


@pytest.fixture
def source(record):
    """A pledge of 100 to XAA, from which 30 went to XAB."""
    return record.handle(a_pledge(occurred_on="2025-01-10")).id


@pytest.fixture
def redirect(record, source):
    return record.handle(a_shift("redirect", 30, occurred_on="2025-02-10")).id


@pytest.fixture
def fed(record, redirect):
    return record.pledges(COORDINATORS, state="XAB")[0]["id"]


def test_the_amount_is_put_right_from_either_side(record, fed):
    """Whoever corrects what arrived corrects what left."""
    receipt = record.handle(a_correction(fed, money=euros(25)))

    assert len(receipt.event_ids) == 2
    assert pledged(record) == {"XAA": [euros("75.00")], "XAB": [euros("25.00")]}
    record.handle(a_retraction(receipt.id))
    assert pledged(record) == AFTER


def test_no_more_arrives_than_was_there(record, fed):
    """The limit of the one it came from holds for what it opened, and names the field."""
    refused = record.refusal(a_correction(fed, money=euros(101)))

    assert (type(refused), refused.field) == (CutExceedsPledge, "changes.money")


@pytest.mark.parametrize("side", ["redirect", "fed"])
def test_the_day_is_put_right_on_both_sides(record, request, fed, side):
    """What left on a day arrived on it."""
    record.handle(a_correction(request.getfixturevalue(side), occurred_on="2025-03-01"))

    assert record.shifts(COORDINATORS)[0]["occurred_on"] == "2025-03-01"
    assert record.pledges(COORDINATORS, id=fed)[0]["occurred_on"] == "2025-03-01"


def test_what_one_side_alone_says_is_its_own(record, fed):
    """Conditions are of the pledge, not of the redirect."""
    assert len(record.handle(a_correction(fed, conditions="None.")).event_ids) == 1


@pytest.mark.parametrize("side", ["redirect", "fed"])
def test_the_redirect_is_retracted_from_either_side(record, request, fed, side):
    """What never arrived never left, and both come back together."""
    act = record.handle(a_retraction(request.getfixturevalue(side))).id
    assert (pledged(record), record.shifts(COORDINATORS)) == (BEFORE, [])

    record.handle(a_retraction(act))
    assert pledged(record) == AFTER


def test_what_a_pledge_fed_goes_with_it(record, source, fed):
    """Support that never was cannot have been sent on; what was paid of it counts nowhere either."""
    record.handle(a_commitment(fed, 30))
    record.handle(a_payment(fed, 10))
    act = record.handle(a_retraction(source)).id
    assert (pledged(record), record.totals(COORDINATORS)["paid"]) == ({}, [])

    record.handle(a_retraction(act))
    assert (pledged(record), record.totals(COORDINATORS)["paid"]) == (AFTER, [euros("10.00")])


@pytest.mark.parametrize("retracted", ["source", "redirect"])
def test_support_sent_on_twice_goes_and_comes_whole(record, request, fed, retracted):
    """However long the chain is."""
    record.handle(a_shift("redirect", 20, state="XAB", to_state="XAC"))
    whole = {"XAA": [euros("70.00")], "XAB": [euros("10.00")], "XAC": [euros("20.00")]}
    assert pledged(record) == whole

    act = record.handle(a_retraction(request.getfixturevalue(retracted))).id
    assert pledged(record) == ({} if retracted == "source" else BEFORE)
    record.handle(a_retraction(act))
    assert pledged(record) == whole


def test_a_redirect_taken_back_before_does_not_come_back(record, source, redirect):
    """Only what the one retraction took is given back by taking it back."""
    record.handle(a_retraction(redirect))
    act = record.handle(a_retraction(source)).id
    record.handle(a_retraction(act))

    assert pledged(record) == BEFORE
