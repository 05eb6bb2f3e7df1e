"""What a pledge may say, and what is recorded of payments and reversals."""

import pytest
from builders import (
    a_commitment,
    a_correction,
    a_payment,
    a_pledge,
    a_receipt,
    a_request,
    a_retraction,
    a_reversal,
    an_announcement,
    euros,
    someone,
)

from domain.errors import UnknownId
from domain.period import PeriodEndsBeforeItBegins
from domain.pledges.errors import OtherStatesRequest, PledgeRetracted, ReversalExceedsAmount, TranchesDoNotAddUp
from projections.audience import COORDINATORS

YEARS = [{"year": 2025, "money": euros(60)}, {"year": 2026, "money": euros(40)}]


def test_tranches_are_the_pledge(record):
    """A pledge said by the year is worth the sum of its years."""
    pledge = record.handle(a_pledge(money=None, tranches=YEARS)).id

    assert record.pledges(COORDINATORS, id=pledge)[0]["pledged"] == [euros("100.00")]


@pytest.mark.parametrize(
    "said",
    [
        {"money": euros(99), "tranches": YEARS},
        {"money": {"amount": "100", "currency": "USD"}, "tranches": YEARS},
        {"money": None, "tranches": [YEARS[0], {"year": 2026, "money": {"amount": "40", "currency": "USD"}}]},
    ],
)
def test_tranches_add_up(record, said):
    """Two figures for one pledge would be counted twice by somebody."""
    refused = record.refusal(a_pledge(**said))

    assert (type(refused), refused.field) == (TranchesDoNotAddUp, "tranches")


def test_tranches_still_add_up_when_put_right(record):
    """Money and years are corrected together."""
    pledge = record.handle(a_pledge(money=None, tranches=YEARS)).id

    refused = record.refusal(a_correction(pledge, money=euros(90)))
    assert (type(refused), refused.field) == (TranchesDoNotAddUp, "changes.money")
    record.handle(a_correction(pledge, money=euros(60), tranches=YEARS[:1]))

    assert record.pledges(COORDINATORS, id=pledge)[0]["pledged"] == [euros("60.00")]


def test_a_period_ends_after_it_begins(record):
    """At once, and after a correction."""
    refused = record.refusal(a_pledge(from_on="2025-06-01", until="2025-05-31"))
    assert (type(refused), refused.field) == (PeriodEndsBeforeItBegins, "until")

    pledge = record.handle(a_pledge(from_on="2025-06-01", until="2025-06-01")).id
    refused = record.refusal(a_correction(pledge, until="2025-05-31"))
    assert (type(refused), refused.field) == (PeriodEndsBeforeItBegins, "changes.until")


def test_a_pledge_answers_its_own_states_request(record):
    """A request of another State, or none on record, is a slip."""
    other = record.handle(a_request(state="XAB")).id

    refused = record.refusal(a_pledge(request_id=other))
    assert (type(refused), refused.field) == (OtherStatesRequest, "request_id")
    assert (type(refused := record.refusal(a_pledge(request_id="none"))), refused.field) == (UnknownId, "request_id")


def test_a_parent_is_a_pledge_one_may_see(record):
    """A child of what is hidden would betray it: the parent is then as unknown as one that never was."""
    hidden = record.handle(a_pledge(visibility="coordinators")).id
    donor = someone("donor", "XBB")
    request = record.handle(a_request()).id

    for parent in (hidden, "none", request):
        refused = record.refusal(a_pledge(parent_pledge_id=parent, by=donor))
        assert (type(refused), refused.field) == (UnknownId, "parent_pledge_id")
    record.handle(an_announcement(hidden, "states_parties"))
    child = record.handle(a_pledge(parent_pledge_id=hidden, by=donor)).id
    assert record.pledges(COORDINATORS, id=child)[0]["parent_pledge_id"] == hidden


@pytest.mark.parametrize(
    ("of", "recorded"), [("payment", lambda p: a_payment(p, 40)), ("commitment", lambda p: a_commitment(p, 40))]
)
def test_no_more_is_reversed_than_was_recorded(record, of, recorded):
    """In that currency, and with all reversals together."""
    pledge = record.handle(a_pledge()).id
    record.handle(recorded(pledge))
    record.handle(a_reversal(pledge, 30, of=of))

    for money in (euros("10.01"), {"amount": "1", "currency": "USD"}):
        refused = record.refusal(a_reversal(pledge, money=money, of=of))
        assert (type(refused), refused.field) == (ReversalExceedsAmount, "money")
    record.handle(a_reversal(pledge, 10, of=of))

    (now,) = record.pledges(COORDINATORS, id=pledge)
    assert (now["paid"], now["committed"], now["pledged"], now["shifts"]) == ([], [], [euros("100.00")], [])


@pytest.mark.parametrize(
    ("of", "recorded"), [("payment", lambda p: a_payment(p, 40)), ("commitment", lambda p: a_commitment(p, 40))]
)
def test_nothing_reversed_is_taken_away_beneath_its_reversal(record, of, recorded):
    """A payment that never was cannot have been given back: no figure ever falls below zero."""
    pledge = record.handle(a_pledge()).id
    fact = record.handle(recorded(pledge)).id
    reversal = record.handle(a_reversal(pledge, 30, of=of)).id

    for command, field in (
        (a_retraction(fact), "retract"),
        (a_correction(fact, money=euros(29)), "changes.money"),
        (a_correction(reversal, money=euros(41)), "changes.money"),
    ):
        refused = record.refusal(command)
        assert (type(refused), refused.field) == (ReversalExceedsAmount, field)
    record.handle(a_retraction(reversal))
    record.handle(a_retraction(fact))


def test_what_is_reported_beyond_is_taken_and_marked(record):
    """The record holds what donors say, and says what is odd about it."""
    pledge = record.handle(a_pledge()).id
    record.handle(a_commitment(pledge, 120))
    record.handle(a_payment(pledge, 130))
    record.handle(a_receipt(pledge, 129))

    (now,) = record.pledges(COORDINATORS, id=pledge)
    assert set(now["marks"]) == {"committed_above_pledge", "paid_above_commitment", "received_differs_from_paid"}
    assert [now[measure] for measure in ("pledged", "committed", "paid", "received")] == [
        [euros(f"{amount}.00")] for amount in (100, 120, 130, 129)
    ]


@pytest.mark.parametrize("command", [a_commitment, a_payment, a_receipt, a_reversal])
def test_nothing_is_built_on_a_retracted_pledge(record, command):
    """It never was: the pledge is made anew first."""
    pledge = record.handle(a_pledge()).id
    record.handle(a_payment(pledge))
    record.handle(a_retraction(pledge))

    refused = record.refusal(command(pledge))

    assert (type(refused), refused.field) == (PledgeRetracted, "pledge_id")
