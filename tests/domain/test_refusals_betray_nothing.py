"""A refusal tells nobody a figure, a day or a currency that is made of facts they may not see."""

import pytest
from builders import (
    COORDINATOR,
    a_commitment,
    a_correction,
    a_payment,
    a_pledge,
    a_report,
    a_retraction,
    a_reversal,
    a_shift,
    euros,
    someone,
)
from databases import BOTH

from domain.pledges.errors import CutExceedsPledge, OtherCurrency, ReversalExceedsAmount, SupportAlreadyEnded
from domain.reports.decisions import ReportAlreadyFiled

pytestmark = BOTH
STATE, DONOR = someone("state", "XAA"), someone("donor", "XBB")
RULE = "Cuts, redirects and an end take only what is pledged or committed and not yet paid."


@pytest.fixture
def pledge(record):
    """A pledge of 100 that all States see."""
    return record.handle(a_pledge(visibility="public")).id


@pytest.mark.parametrize("amount", [70, 100])
def test_a_hidden_payment_is_not_told_by_the_limit(record, pledge, amount):
    """The State hears the rule; the Coordinators hear the figure."""
    record.handle(a_payment(pledge, amount, visibility="coordinators"))
    by_state = record.refusal(a_shift("cut", 31, pledge_id=pledge, by=STATE))
    by_office = record.refusal(a_shift("cut", 31, pledge_id=pledge))

    assert (type(by_state), str(by_state)) == (CutExceedsPledge, RULE)
    assert type(by_office) is CutExceedsPledge
    assert str(by_office) != RULE


def test_the_figure_is_told_where_all_of_it_is_seen(record, pledge):
    """Nothing is hidden, so nothing is held back."""
    record.handle(a_payment(pledge, 40))

    assert "60.00 EUR" in str(record.refusal(a_shift("cut", 61, pledge_id=pledge, by=STATE)))


def test_a_hidden_commitment_is_not_told_by_a_reversal(record, pledge):
    """Nor what was paid by one that is not its giver's to see."""
    record.handle(a_commitment(pledge, 30, visibility="coordinators"))

    refused = record.refusal(a_reversal(pledge, 31, of="commitment", by=DONOR))

    assert (type(refused), str(refused)) == (ReversalExceedsAmount, "No more can be reversed than was recorded.")


def test_a_hidden_end_is_not_told_by_its_day(record, pledge):
    """That it ended has to be said; when, does not."""
    record.handle(a_shift("end", None, occurred_on="2025-03-07", visibility="coordinators"))

    refused = record.refusal(a_shift("end", None, pledge_id=pledge, by=STATE))

    assert (type(refused), str(refused)) == (SupportAlreadyEnded, "This support has already ended.")


def test_a_hidden_increase_is_not_told_by_its_currency(record):
    """A pledge of unknown amount got its currency from a fact that the State may not see."""
    pledge = record.handle(a_pledge(money=None)).id
    record.handle(a_shift("increase", 10, visibility="coordinators"))
    dollars = {"amount": "1", "currency": "USD"}

    refused = record.refusal(a_shift("cut", money=dollars, pledge_id=pledge, by=STATE))

    assert (type(refused), str(refused)) == (OtherCurrency, "A shift is in the currency of its pledge.")


@pytest.mark.parametrize("mend", [lambda cut: a_correction(cut, money=euros(61), by=STATE)])
def test_a_hidden_payment_is_not_told_by_a_correction(record, pledge, mend):
    """What cannot be recorded cannot be mended either, in the same words."""
    record.handle(a_payment(pledge, 40, visibility="coordinators"))
    cut = record.handle(a_shift("cut", 30, pledge_id=pledge, by=STATE)).event_ids[0]

    refused = record.refusal(mend(cut))

    assert (type(refused), refused.field, str(refused)) == (CutExceedsPledge, "changes.money", RULE)


def test_a_hidden_report_is_not_told_by_its_id(record):
    """A State may be told that its report is on record, not under which id where it may not look."""
    report = record.handle(a_report(visibility="coordinators", by=COORDINATOR)).event_ids[0]

    refused = record.refusal(a_report(by=STATE))

    assert type(refused) is ReportAlreadyFiled
    assert report not in str(refused)
    assert report in str(record.refusal(a_report()))
    record.handle(a_retraction(report))
    record.handle(a_report(by=STATE))
