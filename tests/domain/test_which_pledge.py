"""Which pledge a shift is about, and which pledges a shift opens."""

import pytest
from builders import COORDINATOR, a_pledge, a_retraction, a_shift, euros, someone, stated

from domain.errors import UnknownId
from domain.pledges.errors import NoWhereto, OtherPledge, OwnSupport, PledgeRetracted, SeveralPledges
from projections.audience import COORDINATORS, PUBLIC, STATES_PARTIES


def test_the_one_live_pledge_is_meant(record):
    """Nobody need look up an id where only one pledge can be meant."""
    pledge = record.handle(a_pledge()).id
    record.handle(a_pledge(donor="XBC"))

    record.handle(a_shift("cut", 30))

    assert record.pledges(COORDINATORS, id=pledge)[0]["pledged"] == [euros("70.00")]


@pytest.mark.parametrize("direction", ["cut", "redirect", "end", "increase"])
def test_several_live_pledges_are_asked_back(record, direction):
    """The candidates are named, so that the answer is one of them."""
    ids = [record.handle(a_pledge()).id for _ in range(2)]

    refused = record.refusal(a_shift(direction))

    assert (type(refused), refused.field) == (SeveralPledges, "pledge_id")
    assert all(pledge in str(refused) for pledge in ids)


def test_a_pledge_that_ended_is_not_live(record):
    """What ended cannot be cut again, so the other one is meant."""
    ended = record.handle(a_pledge()).id
    record.handle(a_shift("end", None))
    live = record.handle(a_pledge()).id

    record.handle(a_shift("cut", 30))

    assert record.pledges(COORDINATORS, id=live)[0]["pledged"] == [euros("70.00")]
    assert record.pledges(COORDINATORS, id=ended)[0]["pledged"] == []


@pytest.mark.parametrize("direction", ["cut", "redirect", "end", "increase"])
def test_support_nobody_recorded_is_opened_as_unknown(record, direction):
    """The recipient often reports first: its word is taken, and no amount is made up."""
    receipt = record.handle(a_shift(direction, 30))

    opened = record.pledges(COORDINATORS, donor="XBB", state="XAA")
    assert [(each["money"], each["opened_by_shift"], each["amount_unknown"]) for each in opened] == [
        (None, receipt.id, True)
    ]


@pytest.mark.parametrize("direction", ["cut", "redirect", "end", "increase"])
def test_the_receipt_names_first_what_was_asked_for(record, direction):
    """Not the pledge that was opened for it: who announces or takes back the first fact means the shift."""
    receipt = record.handle(a_shift(direction, 30))
    (shift,) = record.shifts(COORDINATORS)

    assert len(receipt.event_ids) > 1
    assert receipt.event_ids[0] == shift["event_id"]


def test_a_hidden_pledge_is_not_betrayed(record):
    """A State that reports a cut does not learn of an unannounced pledge by its id, its limit or its currency."""
    hidden = record.handle(a_pledge(visibility="coordinators", money={"amount": "5", "currency": "USD"})).id

    record.handle(a_shift("cut", 30, by=someone("state", "XAA")))

    seen = [each["id"] for each in record.pledges(COORDINATORS)]
    assert len(seen) == 2
    assert record.pledges(COORDINATORS, id=hidden)[0]["pledged"] == [{"amount": "5.00", "currency": "USD"}]


@pytest.mark.parametrize("parties", [{"donor": "XBC"}, {"state": "XAB", "to_state": "XAC"}])
def test_the_pledge_named_is_of_these_two(record, parties):
    """An id of another pledge is a slip, not a wish."""
    pledge = record.handle(a_pledge()).id

    refused = record.refusal(a_shift("redirect", pledge_id=pledge, **parties))

    assert (type(refused), refused.field) == (OtherPledge, "pledge_id")


@pytest.mark.parametrize("named", ["key:never-used", "4b1b1a5e-0000-5000-8000-000000000000", "a pledge"])
def test_what_is_not_on_record_is_unknown(record, named):
    """An id that never was, a key nobody used, and words are refused alike."""
    refused = record.refusal(a_shift(pledge_id=named))

    assert (type(refused), refused.field) == (UnknownId, "pledge_id")


def test_a_retracted_pledge_cannot_shift(record):
    """Nothing is built on what never was."""
    pledge = record.handle(a_pledge()).id
    record.handle(a_retraction(pledge))

    refused = record.refusal(a_shift(pledge_id=pledge))

    assert (type(refused), refused.field) == (PledgeRetracted, "pledge_id")


@pytest.mark.parametrize(
    ("direction", "to_state", "refusal"),
    [
        ("redirect", None, NoWhereto),
        ("redirect", "XAA", NoWhereto),
        ("cut", "XAB", NoWhereto),
        ("end", "XAB", NoWhereto),
        ("increase", "XAB", NoWhereto),
        ("redirect", "XBB", OwnSupport),
    ],
)
def test_only_a_redirect_goes_somewhere(record, direction, to_state, refusal):
    """It goes to another State, and not back to the donor."""
    record.handle(a_pledge())

    refused = record.refusal(a_shift(direction, to_state=to_state))

    assert (type(refused), refused.field) == (refusal, "to_state")


def test_a_state_does_not_support_itself(record):
    """Its own money is national investment: neither a pledge nor a shift in one."""
    for command in (a_pledge(donor="XAA"), a_shift(donor="XAA")):
        refused = record.refusal(command)
        assert (type(refused), refused.field) == (OwnSupport, "donor")


def test_a_redirect_opens_its_pledge_in_the_same_act(record):
    """What leaves one State arrives in the other: one receipt, neighbouring positions, the same money and article."""
    record.handle(a_pledge(article=5, money=euros(100)))

    receipt = record.handle(a_shift("redirect", 30, **stated(), key="turn"))

    shifted, opened = (record.log(COORDINATORS, event_id=event)[0] for event in receipt.event_ids)
    assert (shifted["kind"], opened["kind"]) == ("support.shifted", "pledge.made")
    assert (shifted["position"] + 1, receipt.position) == (opened["position"], opened["position"])
    (fed,) = record.pledges(COORDINATORS, state="XAB")
    assert (fed["pledged"], fed["article"], fed["opened_by_shift"]) == ([euros("30.00")], 5, receipt.id)
    assert record.shifts(COORDINATORS)[0]["opened_pledge_id"] == fed["id"]


@pytest.mark.parametrize(
    ("pledged", "shifted", "seen"),
    [
        ("public", None, [PUBLIC, STATES_PARTIES, COORDINATORS]),
        ("states_parties", None, [STATES_PARTIES, COORDINATORS]),
        ("coordinators", None, [COORDINATORS]),
        ("public", "coordinators", [COORDINATORS]),
    ],
)
def test_a_redirect_is_seen_by_the_circle_it_came_from(record, pledged, shifted, seen):
    """The pledge it opens is no announcement: it follows the one it was taken from, unless said otherwise."""
    record.handle(a_pledge(visibility=pledged))
    record.handle(a_shift("redirect", by=COORDINATOR, visibility=shifted))

    circles = [PUBLIC, STATES_PARTIES, COORDINATORS]
    assert [viewer for viewer in circles if record.pledges(viewer, state="XAB")] == seen
