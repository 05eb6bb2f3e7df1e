"""Article 7 reports are filed once; contacts are between two; rates are figures with a source."""

import pytest
from builders import a_contact, a_correction, a_rate, a_report, a_retraction

from domain.contacts.decisions import ContactWithItself
from domain.rates.rules import NotAForeignCurrency, NotARate, RateWithoutSource
from domain.reports.decisions import ReportAlreadyFiled
from domain.reports.rules import ReportBeforeItsYear
from projections.audience import COORDINATORS


def test_a_report_is_filed_once(record):
    """A second report for the same year is a slip; the refusal names the first."""
    first = record.handle(a_report())

    refused = record.refusal(a_report(filed_on="2025-05-30"))

    assert (type(refused), refused.field) == (ReportAlreadyFiled, "year")
    assert first.event_ids[0] in str(refused)


def test_other_reports_are_others(record):
    """Another year, another kind or another State is another report."""
    record.handle(a_report())

    for other in (a_report(year=2023), a_report(kind="initial"), a_report(state="XAB")):
        record.handle(other)


def test_a_retracted_report_may_be_filed(record):
    """What never was stands in nobody's way."""
    record.handle(a_retraction(record.handle(a_report()).id))

    record.handle(a_report())


@pytest.mark.parametrize(("year", "filed_on"), [(2007, "2025-01-01"), (2025, "2024-12-31")])
def test_a_report_covers_a_year_that_has_begun(record, year, filed_on):
    """None before the Convention of 2008, none for the year to come; nor after a correction."""
    refused = record.refusal(a_report(year=year, filed_on=filed_on))
    assert (type(refused), refused.field) == (ReportBeforeItsYear, "year")


def test_a_report_is_not_put_right_into_the_year_before(record):
    """The day of filing moves, the rule stays."""
    report = record.handle(a_report()).id

    refused = record.refusal(a_correction(report, filed_on="2023-12-31"))

    assert (type(refused), refused.field) == (ReportBeforeItsYear, "changes.filed_on")


def test_a_contact_is_between_two(record):
    """A State that briefs itself keeps nobody informed."""
    refused = record.refusal(a_contact(donor="XAA"))

    assert (type(refused), refused.field) == (ContactWithItself, "donor")


NOT_RATES = [
    ({"usd_rate": "1,1"}, NotARate, "usd_rate"),
    ({"usd_rate": "0.000"}, NotARate, "usd_rate"),
    ({"usd_rate": "-1"}, NotARate, "usd_rate"),
    ({"usd_rate": "١"}, NotARate, "usd_rate"),
    ({"currency": "USD"}, NotAForeignCurrency, "currency"),
    ({"currency": "euro"}, NotAForeignCurrency, "currency"),
    ({"source": None}, RateWithoutSource, "source"),
]


@pytest.mark.parametrize(("said", "refusal", "field"), NOT_RATES)
def test_a_rate_is_a_figure_with_its_source(record, said, refusal, field):
    """Dollars are shown only by a recorded rate that names its source."""
    refused = record.refusal(a_rate(**said))

    assert (type(refused), refused.field) == (refusal, field)


@pytest.mark.parametrize(("said", "refusal", "field"), NOT_RATES)
def test_a_rate_stays_one_when_put_right(record, said, refusal, field):
    """One bad figure would stop every total."""
    rate = record.handle(a_rate()).id

    refused = record.refusal(a_correction(rate, **said))

    assert (type(refused), refused.field) == (refusal, f"changes.{field}")
    assert record.totals(COORDINATORS)["usd"]["paid"]["amount"] == "0.00"
