"""The Convention's clocks against published dates, and what holds for every date."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import treaty_clock as clock

DAYS = st.dates(date(2008, 5, 30), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("deposited", "in_force", "initial"),
    [
        pytest.param("2013-04-30", "2013-10-01", "2014-03-30", id="BOL"),
        pytest.param("2012-07-12", "2013-01-01", "2013-06-30", id="CMR"),
        pytest.param("2013-03-26", "2013-09-01", "2014-02-28", id="TCD"),
        pytest.param("2010-07-28", "2011-01-01", "2011-06-30", id="COM"),
        pytest.param("2011-08-23", "2012-02-01", "2012-07-30", id="COK"),
        pytest.param("2011-12-20", "2012-06-01", "2012-11-28", id="DOM"),
    ],
)
def test_published_dates_are_computed(deposited: str, in_force: str, initial: str) -> None:
    """Entry into force and the initial report fall on the days that were published."""
    computed = clock.entry_into_force(date.fromisoformat(deposited))
    assert computed.isoformat() == in_force
    assert clock.initial_report_due(computed).isoformat() == initial


@pytest.mark.parametrize(("in_force", "due"), [("2012-03-01", "2022-03-01"), ("2011-03-01", "2021-03-01")])
def test_clearance_is_due_ten_years_on(in_force: str, due: str) -> None:
    """Afghanistan's and Bosnia and Herzegovina's clearance is due ten years after entry into force."""
    assert clock.clearance_deadline(date.fromisoformat(in_force)).isoformat() == due


def test_stockpiles_are_due_eight_years_on() -> None:
    """Stockpiles are destroyed eight years after entry into force."""
    assert clock.stockpile_deadline(date(2013, 10, 1)) == date(2021, 10, 1)


def test_withdrawal_takes_effect_six_months_on() -> None:
    """Lithuania's notice of 2024-09-06 had effect on 2025-03-06."""
    assert clock.withdrawal_effective(date(2024, 9, 6)) == date(2025, 3, 6)


@pytest.mark.parametrize(
    ("in_force", "year", "due"),
    [(date(2013, 10, 1), 2014, date(2015, 4, 30)), (date(2013, 1, 1), 2013, date(2014, 4, 30))],
)
def test_first_annual_report_follows_the_initial_ones_year(in_force: date, year: int, due: date) -> None:
    """The first annual report is due on the 30 April after the year in which the initial one is due."""
    assert clock.first_year_reported(in_force) == year
    assert clock.annual_report_due(year) == due


@pytest.mark.parametrize(
    ("article", "until", "within"),
    [
        (3, date(2025, 3, 1), True),
        (3, date(2025, 3, 2), False),
        (4, date(2026, 3, 1), True),
        (4, date(2026, 3, 2), False),
    ],
)
def test_an_extension_is_held_against_the_limit(article: int, until: date, within: bool) -> None:
    """Four years at once under Article 3, five under Article 4, to the day."""
    assert clock.within_extension_limit(article, date(2021, 3, 1), until) is within


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 8, 31), -9, date(2024, 11, 30)),
        (date(2024, 11, 29), -9, date(2024, 2, 29)),
        (date(2025, 1, 15), -1, date(2024, 12, 15)),
    ],
)
def test_months_are_clamped(day: date, months: int, then: date) -> None:
    """A day that a month lacks becomes that month's last, leap years included."""
    assert clock.add_months(day, months) == then


@given(DAYS)
def test_entry_into_force_is_a_first_of_a_month(deposited: date) -> None:
    """Entry into force is a first of a month, more than five months on, and never before the Convention's own."""
    in_force = clock.entry_into_force(deposited)
    assert in_force.day == 1
    assert in_force >= date(2010, 8, 1)
    assert in_force > deposited + timedelta(days=150)


@given(DAYS, DAYS)
def test_who_deposits_later_is_never_bound_earlier(one: date, other: date) -> None:
    """Entry into force is monotone in the deposit."""
    first, second = sorted((one, other))
    assert clock.entry_into_force(first) <= clock.entry_into_force(second)


@given(DAYS, st.integers(-400, 400))
def test_adding_months_lands_in_that_month(day: date, months: int) -> None:
    """The month is the one counted to, the day the same or the month's last."""
    then = clock.add_months(day, months)
    assert (then.year - day.year) * 12 + then.month - day.month == months
    assert then.day == min(day.day, monthrange(then.year, then.month)[1])


@given(DAYS)
def test_lodging_never_follows_the_meeting(opens: date) -> None:
    """The last lodging day is eight to ten months before the meeting."""
    assert opens - timedelta(days=278) <= clock.latest_lodging(opens) <= opens - timedelta(days=270)
