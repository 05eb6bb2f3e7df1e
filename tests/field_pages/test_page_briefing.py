"""The page of a State's briefing: all that somebody needs before the meeting, each part linked to its source."""

import pytest
from pages.reading import links, plain, section


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Situation", "In force since 1 September 2015 , computed."),
        ("Situation", "Funding The valleys can be reached four months a year."),
        ("Obligations and outlook", "Outlook Needs assistance"),
        ("Obligations and outlook", "300,000, as of 31 January 2025"),
        ("Plans", "Completion plan, Article 4 , from 1 January 2025 until 31 December 2027 ."),
        ("Open requests", "Missing for a donor: budget, national investment and match sought."),
        ("Support", "they are never added up, and pledges are not counted"),
        ("Shifts in support", "In the donor’s own words Budget. Every line was cut alike."),
        ("Country Coalitions", "Lead: Halvora . Partners: Ilmarin , Calvera ."),
    ],
)
def test_a_briefing_has_every_part(visit, heading, said):
    """Situation, obligations, progress, plans, requests, support, shifts and coalitions stand on one page."""
    assert said in plain(section(visit("/states/XAE/briefing").text, heading))


def test_a_briefing_links_to_what_it_is_made_from(visit, ids):
    """Each request, pledge, shift, plan and coalition is one step away, in the moment looked at."""
    page = visit("/states/XAE/briefing?as_of=2025-06-01").text
    onward = links(page, r"/(?:requests|pledges|shifts|plans|coalitions|challenges)/[^\"]+")

    made_from = ("valleys", "help", "lessened", "plan", "coalition", "challenge")
    assert {link.partition("?")[0].rpartition("/")[2] for link in onward} == {ids[name] for name in made_from}
    assert all(link.endswith("as_of=2025-06-01") for link in onward)


def test_what_is_not_on_record_is_said_in_a_sentence(visit):
    """A State of which little is known gets a briefing that says so, and never a zero."""
    page = plain(visit("/states/XZZ/briefing").text)

    assert "is on record." in page
    assert "No pledge to" in page
    assert " 0.00" not in page


def test_a_states_page_leads_to_its_briefing(visit):
    """Whoever looks at a State finds its paper; of an organisation there is none."""
    assert "/states/XAE/briefing" in links(visit("/states/XAE").text, r"/states/[^\"]+")
    assert visit("/states/EU/briefing").status_code == 404


def test_papers_are_linked(visit):
    """The page to print and the Markdown answer, at the same moment."""
    papers = links(visit("/states/XAE/briefing?as_of=2025-06-01").text, r"/api/v1/states/[^\"]+")

    assert {link.partition("?")[0].rpartition("/")[2] for link in papers} == {
        "briefing", "briefing.html", "briefing.md"
    }  # fmt: skip
    assert {visit(link).status_code for link in papers} == {200}
