"""Pages of plans, challenges, coalitions, practices and profiles: lists with filters, and each thing whole."""

import pytest
from pages.reading import links, plain


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/plans/{plan}", "Budget Line Year Amount Survey 2025 300,000.00 EUR Teams – 20,000.00 EUR"),
        ("/plans/{plan}", "Own investment 50,000.00 EUR"),
        ("/challenges/{challenge}", "Geography and climate Funding The valleys can be reached four months a year."),
        ("/coalitions/{coalition}", "Lead Halvora Partners Ilmarin , Calvera Until 31 December 2028"),
        ("/coalitions/{coalition}", "Calvera joined on 5 May 2025 ."),
        ("/practices/{practice}", "Two thirds of the area were cancelled by survey. Under Article 4, clearance"),
        ("/profiles/{near}", "Takes requests from 1 January 2025 until 31 December 2025 Over several years Yes"),
        ("/profiles/{far}", "Where no limit stated"),
        ("/profiles/{far}", "Budget Not stated Whom to ask Not stated"),
    ],
)
def test_a_thing_tells_all_that_was_said_of_it(visit, ids, path, said):
    """What was recorded is there in words; what nobody said is said to be not stated."""
    assert said in plain(visit(path.format_map(ids)).text)


@pytest.mark.parametrize("kind", ["plans", "challenges", "coalitions", "practices", "profiles"])
def test_a_list_leads_to_each_thing_and_its_data(visit, kind):
    """Every item has its page, at the moment looked at, and the list its JSON and CSV."""
    page = visit(f"/{kind}?as_of=2025-06-01").text
    things = links(page, rf"/{kind}/[^\"]+")

    assert things
    assert all(link.endswith("as_of=2025-06-01") for link in things)
    assert {visit(link).status_code for link in [*things, *links(page, rf"/api/v1/{kind}[^\"]*")]} == {200}


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/coalitions?donor=XBA", True),
        ("/coalitions?donor=XBD", False),
        ("/coalitions?open=true", True),
        ("/plans?article=3", False),
        ("/profiles?article=5", True),
        ("/challenges?state=Arvandor", False),
    ],
)
def test_filters_narrow_a_list(visit, path, there):
    """A filter keeps what fits, and an empty list says so in a sentence."""
    assert ("Nothing on record matches this." in plain(visit(path).text)) is not there


def test_who_may_see_a_thing_is_marked(visit, ids):
    """What is not for everybody says so in the list and on its page."""
    for path in ("/coalitions", f"/coalitions/{ids['secret coalition']}"):
        assert "Coordinators only" in plain(visit(path, "coordinator").text)


@pytest.mark.parametrize(
    ("path", "statement"),
    [
        ("/requests/{valleys}", "not asked"),
        ("/plans/{plan}", "not planned"),
        ("/pledges/{help}", "not so"),
        ("/states/XAE", "not owed"),
        ("/meetings/{meeting}", "not met"),
    ],
)
def test_a_thing_shows_its_dispute(visit, ids, path, statement):
    """Who holds that something is not so is quoted beside it, with the day and the way into the record."""
    page = visit(path.format_map(ids)).text

    assert f"Disputed 5 May 2025 , by Estovar It was {statement}." in plain(page)
    assert f"/events/{ids[statement]}" in page


@pytest.mark.parametrize("path", ["/requests", "/plans", "/pledges?state=XAE"])
def test_a_list_marks_what_is_disputed(visit, path):
    """Nobody takes a disputed fact from a list as agreed."""
    assert plain(visit(path).text).count("Disputed") == 1


def test_a_meeting_shows_no_dispute_about_what_was_said_there(visit, ids):
    """Who disputes a withheld statement might be who made it: only disputes about the meeting itself stand there."""
    assert "It was not said." not in visit(f"/meetings/{ids['meeting']}", "coordinator").text
