"""Who is left out: shares of committed support, and those that wait."""

from decimal import Decimal

import pytest
from builders import NOW, Kept, a_command, a_commitment, a_pledge, a_rate, a_request, euros

from projections.audience import COORDINATORS, PUBLIC, STATES_PARTIES, Audience
from projections.moment import Moment


def support(record: Kept, donor: str, state: str, amount: int, **said: object) -> str:
    """A pledge, signed in full."""
    pledge = record.handle(a_pledge(donor, state, money=said.pop("money", euros(amount)), **said)).id
    record.handle(a_commitment(pledge, amount))
    return pledge


def coverage(record: Kept, viewer: Audience = STATES_PARTIES, moment: Moment = NOW) -> dict:
    """What the question answers."""
    found, _ = record.queries.coverage(viewer, moment)
    return found


@pytest.fixture
def told(record: Kept) -> Kept:
    """Four States get 500, 300, 100 and 100 euros; a fifth waits."""
    record.handle(a_rate("EUR", "1.1"))
    for donor, state, amount in (("XBB", "XAA", 500), ("XBB", "XAB", 300), ("XBC", "XAC", 100), ("XBC", "XAD", 100)):
        support(record, donor, state, amount, article=4, occurred_on="2025-02-01")
    record.handle(a_request("XAE", article=5, occurred_on="2025-03-01"))
    return record


def test_the_share_of_the_three_that_get_most(told: Kept):
    """In dollars by recorded rates; equal shares in order of their codes."""
    found = coverage(told)

    assert (found["currency"], found["committed"], found["top_three"]["share_percent"]) == ("USD", "1100.00", 90.0)
    assert [(each["state"], each["share_percent"]) for each in found["top_three"]["states"]] == [
        ("XAA", 50.0), ("XAB", 30.0), ("XAC", 10.0),
    ]  # fmt: skip


def test_those_that_wait_stand_beside(told: Kept):
    """Open requests, the States of them, and those without any pledge."""
    answered = told.handle(a_request("XAA")).id
    support(told, "XBB", "XAA", 10, request_id=answered)
    met = told.handle(a_request("XAC")).id
    told.handle(a_command("settle-request", request_id=met, status="met"))
    found = coverage(told)

    assert (found["open_requests"], found["states_with_open_requests"]) == (2, 2)
    assert found["open_requests_without_pledge"] == 1
    assert found["states_without_support"] == ["XAE"]


def test_n_reporting_of_n(told: Kept):
    """Donors with a commitment, of those with a profile or any support."""
    told.handle(a_pledge("XBD", "XAA"))
    told.handle(a_command("publish-profile", donor="XBE", articles=[4], natures=["legal"]))

    assert coverage(told)["reporting"] == {"n": 2, "of": 4}


def test_without_a_rate_a_currency_is_left_out_and_named(told: Kept):
    """Neither guessed nor counted as nothing."""
    pledge = told.handle(a_pledge("XBB", "XAD", money={"amount": "9000", "currency": "NOK"})).id
    told.handle(a_command("commit-pledge", pledge_id=pledge, money={"amount": "9000", "currency": "NOK"}))
    found = coverage(told)

    assert (found["left_out"], found["committed"]) == (["NOK"], "1100.00")


def test_by_article_and_by_year(told: Kept):
    """What is committed, beside the requests that are open."""
    support(told, "XBB", "XAA", 10, occurred_on="2024-05-01")
    found = coverage(told)

    assert found["by_article"] == {
        "4": {"committed": "1100.00", "open_requests": 0, "states_with_open_requests": 0},
        "5": {"committed": "0.00", "open_requests": 1, "states_with_open_requests": 1},
        "not said": {"committed": "0.00", "open_requests": 0, "states_with_open_requests": 0},
    }
    assert found["by_year"]["2025"]["committed"] == "1100.00"


def test_nothing_committed_is_not_nothing_reported(record: Kept):
    """No share is given where there is nothing to share."""
    record.handle(a_pledge())
    found = coverage(record)

    assert (found["top_three"], found["reporting"]) == ({"share_percent": None, "states": []}, {"n": 0, "of": 1})


def test_an_unannounced_pledge_changes_no_share_that_others_see(told: Kept):
    """The Coordinators see it, the public and States Parties do not."""
    before = {viewer.name: coverage(told, viewer) for viewer in (PUBLIC, STATES_PARTIES)}
    support(told, "XBD", "XAE", 5000, visibility="coordinators")

    assert {viewer.name: coverage(told, viewer) for viewer in (PUBLIC, STATES_PARTIES)} == before
    assert Decimal(coverage(told, COORDINATORS)["committed"]) == Decimal("6600.00")


def test_as_of_a_day_is_the_record_of_that_day(told: Kept):
    """Before the commitments there was nothing."""
    assert coverage(told, moment=Moment(as_of="2025-01-31"))["top_three"]["states"] == []
