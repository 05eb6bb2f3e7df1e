"""When a fact happened: as said, else on its own date, else today; never on a day that has not come."""

import pytest
from builders import a_contact, a_correction, a_payment, a_pledge, a_rate, a_report, a_request

from domain.coordination import NotYetHappened
from domain.corrections.errors import NotCorrectable
from projections.audience import COORDINATORS


def day_of(record, receipt):
    return record.log(COORDINATORS, event_id=receipt.event_ids[0])[0]["occurred_on"]


@pytest.fixture
def pledge(record):
    return record.handle(a_pledge()).id


def test_today_unless_said_otherwise(record):
    """What is told without a date happened when it was told."""
    assert day_of(record, record.handle(a_request())) == "2025-06-15"
    assert day_of(record, record.handle(a_request(occurred_on="2024-02-29"))) == "2024-02-29"


def test_a_facts_own_date_is_its_day(record, pledge):
    """A payment happened when it was paid, unless somebody says otherwise."""
    assert day_of(record, record.handle(a_payment(pledge, paid_on="2025-03-01"))) == "2025-03-01"
    assert day_of(record, record.handle(a_payment(pledge, paid_on="2025-03-01", occurred_on="2025-03-04"))) == (
        "2025-03-04"
    )


@pytest.mark.parametrize(
    ("command", "field"),
    [
        (lambda _: a_request(occurred_on="2025-06-16"), "occurred_on"),
        (lambda p: a_payment(p, paid_on="2025-06-16"), "paid_on"),
        (lambda p: a_payment(p, paid_on="2025-06-16", occurred_on="2025-06-01"), "paid_on"),
        (lambda p: a_payment(p, paid_on="2025-06-01", occurred_on="2025-06-16"), "occurred_on"),
        (lambda _: a_contact(on="2025-06-16"), "on"),
        (lambda _: a_report(filed_on="2025-06-16"), "filed_on"),
        (lambda _: a_rate(on="2025-06-16"), "on"),
    ],
)
def test_a_fact_has_happened(record, pledge, command, field):
    """What is planned has its own field."""
    refused = record.refusal(command(pledge))

    assert (type(refused), refused.field) == (NotYetHappened, field)


def test_plans_may_lie_ahead(record):
    """The period of a request or pledge is a plan."""
    record.handle(a_request(from_on="2026-01-01", until="2028-12-31"))
    record.handle(a_pledge(from_on="2026-01-01"))


def test_the_day_begins_where_the_coordinators_are(record, clock):
    """An hour before midnight in universal time it is tomorrow in Zurich."""
    clock.set("2025-06-15", "21:59")
    assert record.refusal(a_request(occurred_on="2025-06-16")).field == "occurred_on"
    clock.set("2025-06-15", "22:01")
    assert day_of(record, record.handle(a_request())) == "2025-06-16"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"occurred_on": None}, "changes.occurred_on"),
        ({"occurred_on": "2025-06-16"}, "changes.occurred_on"),
        ({"paid_on": "2025-06-16"}, "changes.paid_on"),
        ({"paid_on": "2025-06-16", "occurred_on": "2025-06-01"}, "changes.paid_on"),
    ],
)
def test_a_correction_keeps_a_fact_in_the_past(record, pledge, changes, field):
    """And on some day: one without a day would be found under no date."""
    payment = record.handle(a_payment(pledge, paid_on="2025-03-01")).id

    refused = record.refusal(a_correction(payment, **changes))

    assert (type(refused), refused.field) == (NotCorrectable, field)


def test_a_date_taken_away_leaves_the_day(record, pledge):
    """Nobody knows when it was paid; the day on record stays until somebody does."""
    payment = record.handle(a_payment(pledge, paid_on="2025-03-01"))
    record.handle(a_correction(payment.id, paid_on=None))

    assert day_of(record, payment) == "2025-03-01"


def test_a_date_put_right_moves_the_day(record, pledge):
    """Where a fact happened on its own date, both move; where its day was said apart, that stays."""
    payment = record.handle(a_payment(pledge, paid_on="2025-03-01"))
    apart = record.handle(a_payment(pledge, paid_on="2025-03-01", occurred_on="2025-03-04"))
    for receipt in (payment, apart):
        record.handle(a_correction(receipt.id, paid_on="2025-02-01"))

    assert [day_of(record, receipt) for receipt in (payment, apart)] == ["2025-02-01", "2025-03-04"]
