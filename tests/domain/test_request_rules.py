"""A request is open until settled or withdrawn, and can always be withdrawn."""

import pytest
from builders import a_command, a_correction, a_request, a_retraction

from domain.period import PeriodEndsBeforeItBegins
from domain.requests.errors import NothingAmended, RequestAlreadyWithdrawn, RequestRetracted
from projections.audience import COORDINATORS


def an_amendment(request_id, **changes):
    return a_command("amend-request", request_id=request_id, **changes)


def a_settlement(request_id, status="met"):
    return a_command("settle-request", request_id=request_id, status=status, why="Funded.")


def a_withdrawal(request_id):
    return a_command("withdraw-request", request_id=request_id, why="The work is in the national budget.")


@pytest.fixture
def request_id(record):
    return record.handle(a_request(from_on="2025-03-01")).id


def status(record, request_id):
    return record.requests(COORDINATORS, id=request_id)[0]["status"]


def test_only_settling_and_withdrawing_move_a_request(record, request_id):
    """Neither an amendment nor a pledge says that a need was met: its State or the Coordinators do."""
    record.handle(an_amendment(request_id, need="Clear all districts."))
    assert status(record, request_id) == "open"
    for settled in ("partly_met", "met_for_now", "met"):
        record.handle(a_settlement(request_id, settled))
        assert status(record, request_id) == settled


def test_a_request_is_withdrawn_also_after_it_was_met(record, request_id):
    """Withdrawal is always possible, and the last word."""
    record.handle(a_settlement(request_id))
    record.handle(a_withdrawal(request_id))

    assert status(record, request_id) == "withdrawn"


@pytest.mark.parametrize("command", [an_amendment, a_settlement, a_withdrawal])
def test_a_withdrawn_request_is_closed(record, request_id, command):
    """The first withdrawal closes it: a need that comes back is a new request."""
    record.handle(a_withdrawal(request_id))

    refused = record.refusal(command(request_id))

    assert (type(refused), refused.field) == (RequestAlreadyWithdrawn, "request_id")


@pytest.mark.parametrize("command", [an_amendment, a_settlement, a_withdrawal])
def test_a_retracted_request_is_closed(record, request_id, command):
    """Nothing is said of what never was, for nobody would see it."""
    record.handle(a_retraction(request_id))

    refused = record.refusal(command(request_id))

    assert (type(refused), refused.field) == (RequestRetracted, "request_id")


def test_a_withdrawal_that_never_was_reopens(record, request_id):
    """A wrong entry counts nowhere, so the request is what it was."""
    withdrawal = record.handle(a_withdrawal(request_id)).event_ids[0]
    record.handle(a_retraction(withdrawal))

    assert status(record, request_id) == "open"
    record.handle(a_settlement(request_id))


def test_an_amendment_says_something(record, request_id):
    """An empty one would move the version and nothing else."""
    refused = record.refusal(an_amendment(request_id))

    assert (type(refused), refused.field) == (NothingAmended, "request_id")


def test_what_is_amended_replaces_and_the_rest_stays(record, request_id):
    """Each amendment says only what changes."""
    record.handle(an_amendment(request_id, match_sought="1:1"))

    (now,) = record.requests(COORDINATORS, id=request_id)
    assert (now["match_sought"], now["need"]) == ("1:1", "Clear the northern districts.")


def test_a_period_never_ends_before_it_begins(record, request_id):
    """Whatever is said first, amended or put right: the period that results is looked at."""
    refused = record.refusal(a_request(from_on="2025-03-01", until="2025-02-01"))
    assert (type(refused), refused.field) == (PeriodEndsBeforeItBegins, "until")
    refused = record.refusal(an_amendment(request_id, until="2025-02-01"))
    assert (type(refused), refused.field) == (PeriodEndsBeforeItBegins, "until")
    amendment = record.handle(an_amendment(request_id, until="2025-12-31")).event_ids[0]
    for fact, changes, field in (
        (amendment, {"until": "2025-02-01"}, "changes.until"),
        (request_id, {"from_on": "2026-01-01"}, "changes.from_on"),
    ):
        refused = record.refusal(a_correction(fact, **changes))
        assert (type(refused), refused.field) == (PeriodEndsBeforeItBegins, field)
