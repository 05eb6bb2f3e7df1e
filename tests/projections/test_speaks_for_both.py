"""Somebody who speaks for donor and recipient sees what either reported, now and in the past."""

from dataclasses import replace

import pytest
from builders import (
    NOW,
    a_payment,
    a_pledge,
    a_receipt,
    a_request,
    a_shift,
    an_explanation,
    euros,
    moment,
    someone,
    stated,
)
from databases import BOTH

from domain.actor import Actor
from projections.audience import STATES_PARTIES, audience_of
from projections.moment import Moment
from projections.thing import thing_at
from projections.views import audiences_of

pytestmark = BOTH
STATE, DONOR, OTHER = someone("state", "XAA"), someone("donor", "XBB"), someone("donor", "XCC")
BOTH_SIDES = audience_of(Actor("token:both", STATE.grants + DONOR.grants))
MANY = [f"X{first}{second}" for first in "QRSTUVWX" for second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
"""More States than anybody speaks for."""
HIDDEN = {"visibility": "coordinators"}
ON = "2025-06-15"
PAST = Moment(ON, moment("2025-06-16"))


@pytest.fixture
def pledge(record):
    """A pledge all see, with a payment that only the donor, and a receipt that only the State was told of."""
    made = record.handle(a_pledge(by=DONOR)).id
    record.handle(a_payment(made, 40, by=DONOR, **HIDDEN))
    record.handle(a_receipt(made, 30, by=STATE, **HIDDEN))
    return made


@pytest.mark.parametrize("when", [NOW, Moment(ON), PAST])
@pytest.mark.parametrize(
    ("viewer", "paid", "received"),
    [
        (BOTH_SIDES, "40.00", "30.00"),
        (audience_of(DONOR), "40.00", None),
        (audience_of(STATE), None, "30.00"),
        (audience_of(OTHER), None, None),
        (audience_of(Actor("token:more", OTHER.grants + STATE.grants + DONOR.grants)), "40.00", "30.00"),
        (audience_of(Actor("token:one side", OTHER.grants + DONOR.grants)), "40.00", None),
        (audience_of(someone("state", "XAA", "XBB", *MANY)), "40.00", "30.00"),
        (audience_of(someone("state", "XBB", *MANY)), "40.00", None),
    ],
)
def test_each_side_is_seen_by_who_speaks_for_it(record, pledge, viewer, when, paid, received):
    """Whoever speaks for both sees both, and nobody sees more than they speak for."""
    (seen,) = record.pledges(viewer, when)

    assert seen["paid"] == ([euros(paid)] if paid else [])
    assert seen["received"] == ([euros(received)] if received else [])
    assert record.totals(viewer, when)["paid"] == seen["paid"]


def test_both_sides_of_a_reason_are_seen(record):
    """Each side's account of one shift, told in confidence."""
    shift = record.handle(a_shift("cut", 30, by=STATE)).id
    for whose, by in (("donor_stated", DONOR), ("recipient_account", STATE)):
        record.handle(an_explanation(shift, by=by, **stated(source=whose), **HIDDEN))

    (seen,) = record.shifts(BOTH_SIDES)
    assert {each["reason_source"] for each in seen["accounts"]} == {"donor_stated", "recipient_account"}
    assert record.shifts(STATES_PARTIES)[0]["accounts"] == []


def test_one_row_for_each_thing(record, pledge):
    """However many rows are made of a thing, a reader gets one."""
    record.handle(a_request(by=STATE, **HIDDEN))
    record.handle(a_pledge(by=DONOR, **HIDDEN))

    assert len(record.pledges(BOTH_SIDES)) == 2
    assert len(record.requests(BOTH_SIDES)) == 1


def test_many_who_reported_do_not_multiply(record, pledge):
    """Groups of more than two are only made where few reported what is hidden."""
    (recorded,) = record.reader.things([pledge], record.recorder.last_position())
    thing = thing_at(recorded)
    many = frozenset(f"X{letter}Z" for letter in "ABCDEFGHIJ")
    entries = tuple(replace(each, standing=replace(each.standing, owners=many)) for each in thing.entries)

    assert len(audiences_of(replace(thing, entries=entries))) == 3 + 10 + 45
