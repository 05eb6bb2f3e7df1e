"""A shift that names no pledge keeps to the limit too, and support nobody recorded can still be cut."""

import pytest
from builders import a_command, a_payment, a_pledge, a_shift, euros, someone
from databases import BOTH

from domain.pledges.errors import CutExceedsPledge, SeveralPledges, SupportAlreadyEnded
from projections.audience import COORDINATORS

pytestmark = BOTH
LESS = ["cut", "redirect"]


def all_taken(record):
    record.handle(a_pledge())
    record.handle(a_shift("cut", 100))


def all_paid(record):
    pledge = record.handle(a_pledge()).id
    record.handle(a_payment(pledge, 100))


def ended(record):
    record.handle(a_pledge())
    record.handle(a_shift("end", None))


@pytest.mark.parametrize("taken", [all_taken, all_paid, ended])
@pytest.mark.parametrize("direction", LESS)
def test_what_was_taken_is_not_taken_again(record, taken, direction):
    """Where nothing is left, leaving out the pledge_id is no way around the limit; the way out is said."""
    taken(record)

    refused = record.refusal(a_shift(direction, 30))

    assert (type(refused), refused.field) == (CutExceedsPledge, "money")
    assert "make-pledge" in str(refused)
    assert len(record.pledges(COORDINATORS)) == 1


def test_support_does_not_end_twice_on_one_day(record):
    """The end on record is meant."""
    ended(record)

    refused = record.refusal(a_shift("end", None))

    assert (type(refused), refused.field) == (SupportAlreadyEnded, "pledge_id")


def test_after_the_end_it_is_other_support(record, clock):
    """What is cut after a pledge ended can only be support that nobody recorded."""
    ended(record)
    clock.set("2025-07-01")

    record.handle(a_shift("cut", 30, by=someone("state", "XAA")))

    assert [each["amount_unknown"] for each in record.pledges(COORDINATORS)] == [False, True]


def test_other_support_is_recorded_first(record):
    """Whoever means another support names it."""
    all_taken(record)
    other = record.handle(a_pledge(money=None)).id

    record.handle(a_shift("cut", 30, pledge_id=other))

    assert record.pledges(COORDINATORS, id=other)[0]["amount_unknown"] is True


def test_a_cut_of_unknown_size_is_always_taken(record):
    """A recipient that was told of a cut, and not how much, can say so at any time."""
    all_taken(record)

    record.handle(a_shift("cut", None, by=someone("state", "XAA")))

    assert [each["money"] for each in record.shifts(COORDINATORS)] == [euros("100.00"), None]


def test_several_of_which_nothing_is_left_are_asked_back(record):
    """No new pledge is opened beside them."""
    for _ in range(2):
        pledge = record.handle(a_pledge()).id
        record.handle(a_shift("cut", 100, pledge_id=pledge))

    refused = record.refusal(a_shift("cut", 30))

    assert (type(refused), refused.field) == (SeveralPledges, "pledge_id")


def test_support_grows_again_after_its_end(record):
    """An increase is no cut: where the pledge ended it opens one anew."""
    ended(record)

    record.handle(a_command("shift-support", donor="XBB", state="XAA", direction="increase", money=euros(10)))

    assert len(record.pledges(COORDINATORS)) == 2
