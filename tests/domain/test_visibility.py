"""Who may see what: circles are inherited, widened by announcing, narrowed for good."""

import pytest
from builders import (
    AUDITOR,
    COORDINATOR,
    NOW,
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
    moment,
    someone,
    stated,
)

from domain.corrections.errors import NotCorrectable, SeenBySameCircle
from projections.audience import COORDINATORS, PUBLIC, STATES_PARTIES, audience_of
from projections.moment import Moment

DONOR = someone("donor", "XBB")
CIRCLES = [PUBLIC, STATES_PARTIES, COORDINATORS]


def seen_by(record, event_id, when=NOW):
    """The circles that find a fact in the log."""
    return [viewer.name for viewer in CIRCLES if record.log(viewer, when, event_id=event_id)]


WIDER = {
    "public": ["public", "states_parties", "coordinators"],
    "states_parties": ["states_parties", "coordinators"],
    "coordinators": ["coordinators"],
}


def test_states_parties_by_default(record):
    """Neither published nor hidden unless somebody says so."""
    receipt = record.handle(a_request())

    assert seen_by(record, receipt.event_ids[0]) == WIDER["states_parties"]


@pytest.mark.parametrize("of_thing", WIDER)
@pytest.mark.parametrize("of_fact", [None, *WIDER])
def test_what_belongs_to_a_thing_follows_it(record, of_thing, of_fact):
    """A fact of its own circle is seen by the narrower of the two: it never betrays the thing it belongs to."""
    pledge = record.handle(a_pledge(visibility=of_thing)).id
    receipt = record.handle(a_payment(pledge, visibility=of_fact))

    narrower = max(of_thing, of_fact or of_thing, key=list(WIDER).index)
    assert seen_by(record, receipt.event_ids[0]) == WIDER[narrower]


@pytest.mark.parametrize("before", WIDER)
@pytest.mark.parametrize("after", WIDER)
def test_a_thing_takes_all_that_belongs_to_it_along(record, before, after):
    """An announcement opens the pledge, its payments and what was corrected in them, and narrowing closes them."""
    pledge = record.handle(a_pledge(visibility=before))
    payment = record.handle(a_payment(pledge.id))
    correction = record.handle(a_correction(payment.id, money=euros(41)))
    if before == after:
        refused = record.refusal(an_announcement(pledge.id, after))
        assert (type(refused), refused.field) == (SeenBySameCircle, "visibility")
        return

    announced = record.handle(an_announcement(pledge.id, after))

    for receipt in (pledge, payment, correction, announced):
        assert seen_by(record, receipt.event_ids[0]) == WIDER[after]


def test_a_fact_has_a_circle_of_its_own(record):
    """One payment held back stays so when the pledge is announced, until it is announced itself."""
    pledge = record.handle(a_pledge()).id
    payment = record.handle(a_payment(pledge, visibility="coordinators")).id
    record.handle(an_announcement(pledge))
    assert seen_by(record, payment) == WIDER["coordinators"]
    assert record.totals(PUBLIC)["paid"] == []

    record.handle(an_announcement(payment))

    assert seen_by(record, payment) == WIDER["public"]
    assert record.totals(PUBLIC)["paid"] == [euros("40.00")]


def test_an_answer_is_not_seen_without_its_question(record):
    """A reason would betray a shift held back; a correction what it corrects."""
    record.handle(a_pledge(visibility="public"))
    shift = record.handle(a_shift("cut", 30, visibility="coordinators"))
    explained = record.handle(an_explanation(shift.id, visibility="public"))
    correction = record.handle(a_correction(shift.event_ids[0], money=euros(20)))
    retraction = record.handle(a_retraction(explained.id))

    for receipt in (shift, explained, correction, retraction):
        assert seen_by(record, receipt.event_ids[0]) == WIDER["coordinators"]


def test_an_inference_is_announced_by_itself(record):
    """Announcing the pledge does not publish what the Coordinators think."""
    pledge = record.handle(a_pledge()).id
    inferred = record.handle(a_shift(**stated(source="coordinator_inference"))).event_ids[1]
    record.handle(an_announcement(pledge))
    assert seen_by(record, inferred) == WIDER["coordinators"]

    record.handle(an_announcement(inferred, "states_parties"))

    assert seen_by(record, inferred) == WIDER["states_parties"]


def test_what_was_narrowed_is_hidden_at_every_earlier_moment(record, clock):
    """Nobody reads around a narrowing by asking what was known before it."""
    pledge = record.handle(a_pledge(visibility="public"))
    payment = record.handle(a_payment(pledge.id))
    before = Moment(known_at=moment("2025-06-20"))
    clock.set("2025-07-01")
    record.handle(an_announcement(payment.id, "coordinators"))
    assert seen_by(record, payment.id, before) == WIDER["coordinators"]
    assert record.totals(PUBLIC, before)["paid"] == []

    record.handle(an_announcement(pledge.id, "states_parties"))

    assert seen_by(record, pledge.event_ids[0], before) == WIDER["states_parties"]
    assert record.pledges(PUBLIC, before) == []
    assert record.history(PUBLIC, before) == []


def test_what_was_announced_later_stays_hidden_before(record, clock):
    """As known before the announcement, it was not known to them."""
    pledge = record.handle(a_pledge(visibility="coordinators"))
    clock.set("2025-07-01")
    record.handle(an_announcement(pledge.id))

    assert seen_by(record, pledge.event_ids[0], Moment(known_at=moment("2025-06-30"))) == WIDER["coordinators"]
    assert seen_by(record, pledge.event_ids[0], Moment(known_at=moment("2025-07-02"))) == WIDER["public"]
    assert record.totals(PUBLIC, Moment(known_at=moment("2025-06-30")))["pledged"] == []


def test_a_donor_sees_its_own_whatever_the_circle(record):
    """What it reported, and what was later recorded about it, until somebody closes that apart."""
    pledge = record.handle(a_pledge(by=DONOR, visibility="coordinators")).id
    record.handle(a_commitment(pledge, 60, by=COORDINATOR))
    record.handle(a_payment(pledge, 10, by=COORDINATOR, visibility="coordinators"))

    (mine,) = record.pledges(audience_of(DONOR))
    assert (mine["committed"], mine["paid"]) == ([euros("60.00")], [])
    assert record.pledges(audience_of(someone("state", "XAA"))) == []


def test_a_correction_is_announced_with_what_it_corrects(record):
    """It has no circle of its own to move."""
    pledge = record.handle(a_pledge()).id
    correction = record.handle(a_correction(pledge, money=euros(90))).id
    announced = record.handle(an_announcement(pledge)).id

    for about in (correction, announced):
        refused = record.refusal(an_announcement(about, "coordinators"))
        assert (type(refused), refused.field) == (NotCorrectable, "about")


def test_an_announcement_carries_its_own_day(record):
    """It happened when it was announced."""
    pledge = record.handle(a_pledge(occurred_on="2025-03-01", visibility="coordinators")).id
    receipt = record.handle(an_announcement(pledge, occurred_on="2025-05-01"))

    (shown,) = record.log(PUBLIC, event_id=receipt.event_ids[0])
    assert (shown["occurred_on"], shown["visibility"]) == ("2025-05-01", "public")


def test_an_auditor_records_nothing(record):
    """Who reads all announces none of it."""
    pledge = record.handle(a_pledge()).id

    assert record.refusal(an_announcement(pledge, by=AUDITOR)).field == ""
