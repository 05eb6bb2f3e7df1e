"""Cuts, redirects and an end take what is pledged or committed and not paid: never more, and in that order."""

import pytest
from builders import (
    a_commitment,
    a_correction,
    a_payment,
    a_pledge,
    a_receipt,
    a_retraction,
    a_reversal,
    a_shift,
    euros,
)

from domain.errors import DomainError
from domain.pledges.errors import AmountMustBePositive, CutExceedsPledge, OtherCurrency, SupportAlreadyEnded
from projections.audience import COORDINATORS

LESS = ["cut", "redirect", "end"]
LIMITS = [
    ("pledged", [], 100),
    ("increased", [lambda _: a_shift("increase", 50)], 150),
    ("committed in part", [lambda p: a_commitment(p, 60)], 100),
    ("committed above its pledge", [lambda p: a_commitment(p, 150)], 150),
    ("committed above pledge and increase", [lambda _: a_shift("increase", 20), lambda p: a_commitment(p, 150)], 150),
    ("committed and paid in part", [lambda p: a_commitment(p, 100), lambda p: a_payment(p, 40)], 60),
    ("paid without a commitment", [lambda p: a_payment(p, 40)], 60),
    ("received only", [lambda p: a_receipt(p, 40)], 100),
    ("cut before", [lambda _: a_shift("cut", 30)], 70),
    ("redirected before", [lambda _: a_shift("redirect", 30)], 70),
    ("cut by an amount unknown", [lambda _: a_shift("cut", None)], 100),
    ("given back in part", [lambda p: a_payment(p, 40), lambda p: a_reversal(p, 10)], 70),
    ("uncommitted again", [lambda p: a_commitment(p, 150), lambda p: a_reversal(p, 50, of="commitment")], 100),
]


@pytest.mark.parametrize("direction", LESS)
@pytest.mark.parametrize(("steps", "limit"), [case[1:] for case in LIMITS], ids=[case[0] for case in LIMITS])
def test_no_more_is_taken_than_there_is(record, steps, limit, direction):
    """Together they never exceed max(pledged + increases, committed) - paid."""
    pledge = record.handle(a_pledge()).id
    for step in steps:
        record.handle(step(pledge))

    refused = record.refusal(a_shift(direction, f"{limit}.01", pledge_id=pledge))
    assert (type(refused), refused.field) == (CutExceedsPledge, "money")
    assert f"{limit}.00 EUR" in str(refused)
    record.handle(a_shift(direction, limit, pledge_id=pledge))


@pytest.mark.parametrize(
    ("direction", "amount", "pledged", "committed"),
    [
        ("cut", 30, 70, 60),
        ("cut", 40, 60, 60),
        ("cut", 50, 50, 50),
        ("redirect", 50, 50, 50),
        ("cut", 80, 20, 20),
        ("end", 50, 50, 50),
        ("end", None, 20, 20),
    ],
)
def test_what_is_not_committed_goes_first(record, direction, amount, pledged, committed):
    """First from what is pledged and not committed, then from what is committed, never from what is paid."""
    pledge = record.handle(a_pledge()).id
    record.handle(a_commitment(pledge, 60))
    record.handle(a_payment(pledge, 20))

    record.handle(a_shift(direction, amount))

    (now,) = record.pledges(COORDINATORS, id=pledge)
    figures = {measure: now[measure] for measure in ("pledged", "committed", "paid")}
    assert figures == {
        "pledged": [euros(f"{pledged}.00")],
        "committed": [euros(f"{committed}.00")],
        "paid": [euros("20.00")],
    }


@pytest.mark.parametrize("direction", LESS)
def test_an_unknown_amount_has_no_limit(record, direction):
    """The recipient often reports first: what nobody recorded can be cut, and that there is no limit is said."""
    pledge = record.handle(a_pledge(money=None)).id
    record.handle(a_commitment(pledge, 10))

    shift = record.handle(a_shift(direction, 1_000_000)).id

    assert record.shifts(COORDINATORS, id=shift)[0]["no_limit_known"] is True
    assert "amount_unknown" in record.pledges(COORDINATORS, id=pledge)[0]["marks"]


@pytest.mark.parametrize("direction", [*LESS, "increase"])
def test_a_shift_is_in_its_pledges_currency(record, direction):
    """Dollars cannot be cut from euros: no rate is guessed."""
    record.handle(a_pledge())

    refused = record.refusal(a_shift(direction, money={"amount": "1", "currency": "USD"}))

    assert (type(refused), refused.field) == (OtherCurrency, "money")


def test_support_ends_once(record):
    """A second end says nothing; it names the day of the first."""
    pledge = record.handle(a_pledge()).id
    record.handle(a_shift("end", None, occurred_on="2025-05-01"))

    refused = record.refusal(a_shift("end", None, pledge_id=pledge))

    assert (type(refused), refused.field) == (SupportAlreadyEnded, "pledge_id")
    assert "2025-05-01" in str(refused)


def test_support_may_end_after_all_was_paid(record):
    """Withdrawing a pledge is always possible; what was paid stays paid."""
    pledge = record.handle(a_pledge()).id
    record.handle(a_payment(pledge, 100))

    record.handle(a_shift("end", None))

    (now,) = record.pledges(COORDINATORS, id=pledge)
    assert (now["paid"], now["ended_on"]) == ([euros("100.00")], "2025-06-15")


@pytest.mark.parametrize(
    "command",
    [a_commitment, a_payment, a_receipt, a_reversal, lambda p, money: a_reversal(p, money=money, of="commitment")],
)
def test_zero_says_nothing(record, command):
    """Where the amount is unknown the money is left out; zero would read as a figure."""
    pledge = record.handle(a_pledge()).id

    for zero in (command(pledge, money=euros(0)), a_pledge(money=euros(0)), a_shift(money=euros(0))):
        refused = record.refusal(zero)
        assert (type(refused), refused.field) == (AmountMustBePositive, "money")


MENDED = [
    ("a pledge made smaller", lambda ids: a_correction(ids["pledge"], money=euros(94)), "changes.money"),
    ("a cut made larger", lambda ids: a_correction(ids["cut"], money=euros(91)), "changes.money"),
    ("an increase that never was", lambda ids: a_retraction(ids["increase"]), "retract"),
]


@pytest.mark.parametrize(("mend", "field"), [case[1:] for case in MENDED], ids=[case[0] for case in MENDED])
def test_no_correction_makes_a_cut_exceed_the_limit(record, mend, field):
    """What could not have been recorded cannot be reached by mending either."""
    ids = {"pledge": record.handle(a_pledge()).id}
    ids["increase"] = record.handle(a_shift("increase", 10)).event_ids[0]
    record.handle(a_payment(ids["pledge"], 20))
    ids["cut"] = record.handle(a_shift("cut", 85)).event_ids[0]

    refused = record.refusal(mend(ids))

    assert (type(refused), refused.field) == (CutExceedsPledge, field)


def test_a_payment_put_right_is_taken_as_it_is(record):
    """What was paid is a fact like any payment: it is taken, though it leaves less than was cut."""
    pledge = record.handle(a_pledge()).id
    payment = record.handle(a_payment(pledge, 20)).event_ids[0]
    record.handle(a_shift("cut", 80))

    assert record.handle(a_correction(payment, money=euros(26))).event_ids


def test_a_payment_is_taken_as_it_is(record):
    """Money that changed hands did so, whatever was cut: it is recorded, put right, and marked."""
    pledge = record.handle(a_pledge()).id
    payment = record.handle(a_payment(pledge, 20)).id
    record.handle(a_shift("cut", 80))
    record.handle(a_correction(payment, money=euros(26)))
    record.handle(a_payment(pledge, 1))

    (now,) = record.pledges(COORDINATORS, id=pledge)
    assert now["paid"] == [euros("27.00")]
    assert "shifted_beyond_support" in now["marks"]


def test_a_cut_is_not_taken_back_into_being_beyond_the_limit(record):
    """Whoever retracts a retraction says the cut again: what was cut meanwhile counts."""
    record.handle(a_pledge())
    first = record.handle(a_shift("cut", 80)).id
    taken_back = record.handle(a_retraction(first)).id
    record.handle(a_shift("cut", 90))

    refused = record.refusal(a_retraction(taken_back))

    assert (type(refused), refused.field) == (CutExceedsPledge, "retract")


def test_a_cut_is_not_made_larger_again_beyond_the_limit(record):
    """Nor by retracting the correction that had made it smaller."""
    record.handle(a_pledge())
    first = record.handle(a_shift("cut", 80)).event_ids[0]
    smaller = record.handle(a_correction(first, money=euros(20))).id
    record.handle(a_shift("cut", 70))

    refused = record.refusal(a_retraction(smaller))

    assert (type(refused), refused.field) == (CutExceedsPledge, "retract")


def test_a_refusal_is_a_sentence(record):
    """People read why, in words: no class name, no code."""
    record.handle(a_pledge())
    refused = record.refusal(a_shift("cut", 200))

    assert isinstance(refused, DomainError)
    assert str(refused) == "Only 100.00 EUR is pledged or committed and not yet paid or already cut."
