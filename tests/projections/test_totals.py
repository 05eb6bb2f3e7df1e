"""Totals: committed and paid side by side and never added to each other; pledges beside, in neither."""

import pytest
from builders import a_commitment, a_payment, a_pledge, a_rate, a_receipt, a_retraction, a_shift, euros

from projections.audience import COORDINATORS

DOLLARS = {"amount": "50", "currency": "USD"}


def told(record, measure):
    return record.totals(COORDINATORS)[measure]


def test_nothing_is_added_to_what_it_is_not(record):
    """A pledge is an intent, a commitment is signed, a payment does not raise it, a receipt is another's word."""
    pledge = record.handle(a_pledge()).id
    record.handle(a_commitment(pledge, 60))
    record.handle(a_payment(pledge, 20))
    record.handle(a_receipt(pledge, 19))

    totals = record.totals(COORDINATORS)
    assert {measure: totals[measure] for measure in ("pledged", "committed", "paid", "received")} == {
        "pledged": [euros("100.00")],
        "committed": [euros("60.00")],
        "paid": [euros("20.00")],
        "received": [euros("19.00")],
    }


def test_each_currency_stands_alone(record):
    """As entered: nothing is converted on the way."""
    for money in (euros(100), DOLLARS, euros(1), {"amount": "7", "currency": "XAF"}):
        record.handle(a_pledge(money=money))

    assert told(record, "pledged") == [
        euros("101.00"),
        {"amount": "50.00", "currency": "USD"},
        {"amount": "7", "currency": "XAF"},
    ]


FAMILIES = {
    "the parent alone carries it": (100, [None, None], 100),
    "the children alone carry it": (None, [60, 20], 80),
    "the parent carries more": (100, [60, 20], 100),
    "the children carry more": (100, [60, 70], 130),
    "both the same": (100, [60, 40], 100),
    "no child": (100, [], 100),
}


@pytest.mark.parametrize("family", FAMILIES)
def test_of_a_family_whichever_carries_the_money_counts(record, family):
    """A flow and the flows it was split into are one sum: never both."""
    parent, children, total = FAMILIES[family]
    head = record.handle(a_pledge(money=None)).id
    if parent:
        record.handle(a_commitment(head, parent))
    for amount in children:
        child = record.handle(a_pledge(money=None, parent_pledge_id=head)).id
        if amount:
            record.handle(a_commitment(child, amount))
    record.handle(a_pledge(donor="XBC"))

    assert told(record, "committed") == [euros(f"{total}.00")]


def test_a_family_is_judged_by_each_measure(record):
    """Where the parent was committed and the children paid, each figure comes from where it is."""
    head = record.handle(a_pledge()).id
    record.handle(a_commitment(head, 100))
    for amount in (30, 40):
        record.handle(a_payment(record.handle(a_pledge(money=None, parent_pledge_id=head)).id, amount))

    assert (told(record, "committed"), told(record, "paid")) == ([euros("100.00")], [euros("70.00")])


def test_grandchildren_are_counted_once(record):
    """However deep it was split."""
    above = record.handle(a_pledge()).id
    for _ in range(3):
        above = record.handle(a_pledge(parent_pledge_id=above)).id

    assert told(record, "pledged") == [euros("100.00")]


def test_a_retracted_parent_leaves_its_children(record):
    """They are then sums of their own."""
    head = record.handle(a_pledge()).id
    record.handle(a_pledge(money=euros(60), parent_pledge_id=head))
    record.handle(a_retraction(head))

    assert told(record, "pledged") == [euros("60.00")]


def test_dollars_come_from_a_recorded_rate(record):
    """The last one on or before the pledge's day, named with its day and source; without one the sum is left out."""
    record.handle(a_rate(usd_rate="1.1", on="2025-01-01"))
    used = record.handle(a_rate(usd_rate="1.2", on="2025-03-01")).id
    record.handle(a_rate(usd_rate="1.3", on="2025-06-01"))
    record.handle(a_pledge(occurred_on="2025-04-01"))
    record.handle(a_pledge(money=DOLLARS, occurred_on="2025-04-01"))
    record.handle(a_pledge(money={"amount": "7", "currency": "CHF"}, occurred_on="2025-04-01"))

    usd = record.totals(COORDINATORS)["usd"]["pledged"]
    assert (usd["amount"], usd["left_out"]) == ("170.00", ["CHF"])
    assert usd["rates"] == [
        {"currency": "EUR", "usd_rate": "1.2", "on": "2025-03-01", "source": {"kind": "other", "ref": "rates"}}
    ]
    record.handle(a_retraction(used))
    assert record.totals(COORDINATORS)["usd"]["pledged"]["amount"] == "160.00"


def test_a_rate_of_later_days_is_no_rate(record):
    """What a euro was worth afterwards says nothing of the day, and unknown is not zero."""
    record.handle(a_rate(on="2025-06-01"))
    record.handle(a_pledge(occurred_on="2025-05-31"))

    usd = record.totals(COORDINATORS)["usd"]["pledged"]
    assert (usd["amount"], usd["rates"], usd["left_out"]) == (None, [], ["EUR"])


def test_not_known_is_not_zero(record):
    """Pledges whose amount nobody said are counted apart."""
    record.handle(a_pledge())
    record.handle(a_pledge(donor="XBC", money=None))
    record.handle(a_shift("cut", 30, donor="XBD"))

    totals = record.totals(COORDINATORS)
    assert (totals["pledges"], totals["amount_unknown"], totals["pledged"]) == (3, 2, [euros("100.00")])
