"""The page of a State: figures side by side, whose words each reason is, and its history with every mark."""

import re

import pytest
from pages.reading import fact, links, plain


def test_figures_stand_side_by_side_and_are_never_added(visit):
    """Each currency has its line with four figures; nothing adds them up, and the page says so."""
    page = plain(visit("/states/XAA").text)

    assert "EUR 1,050,000.00 600,000.00 400,000.00 39,000.00" in page
    assert "NOK 5,000.00 – none on record – none on record – none on record" in page
    assert "they are never added up, and pledges are not counted" in page


def test_dollars_name_their_rate_and_what_they_leave_out(visit):
    """A figure in US dollars stands with its rate, the day and source of that rate, and the currencies left out."""
    page = plain(visit("/states/XAA").text)

    assert "All in USD 1,312,500.00 750,000.00 500,000.00 48,750.00" in page
    assert "1 EUR = 1.25 USD on 1 January 2025 ( UN )." in page
    assert "Left out, as no rate is on record: NOK." in page


def test_no_dollars_without_a_rate(visit):
    """Before a rate was known there is no line in US dollars."""
    assert "All in USD" not in plain(visit("/pledges?donor=XBD").text)


def test_an_unexplained_shift_says_how_long_it_has_waited(visit):
    """The wait is counted in days, to today or to the day that is looked at."""
    assert "Unexplained for 104 days" in plain(visit("/states/XAA").text)
    assert "Unexplained for 7 days" in plain(visit("/states/XAA?as_of=2025-03-10").text)


def test_a_correction_and_what_it_corrects_lead_to_each_other(visit, ids):
    """The old words stay, marked, one step from the new ones and from the reason."""
    page = visit("/states/XAA/history").text
    old, new = fact(page, ids["event of payment"]), fact(page, ids["event of correction"])

    assert "paid 40,000.00 EUR" in old
    assert "Corrected" in old
    assert f'href="#e-{ids["event of correction"]}"' in old
    assert "A zero was lost." in new
    assert f'href="#e-{ids["event of payment"]}"' in new


def test_a_correction_on_another_page_is_linked_all_the_same(visit, ids):
    """Where a filter leaves the correction out, its own page is linked."""
    old = fact(visit("/states/XAA/history?kind=pledge.disbursed").text, ids["event of payment"])

    assert f'href="/events/{ids["event of correction"]}"' in old


def test_a_retracted_fact_is_struck_through_and_says_why(visit, ids):
    """What should not have been recorded stays visible as that."""
    retracted = fact(visit("/states/XAA").text, ids["event of mistaken"])

    assert re.search(r"<del>.*was written to about.*</del>", retracted)
    assert "Retracted" in retracted
    assert f"#e-{ids['event of retraction']}" in retracted


def test_only_what_was_recorded_later_says_when(visit, ids):
    """Two dates are shown where they differ, one where they do not."""
    page = visit("/states/XAA").text

    assert "Recorded on 10 April 2025 by" in plain(fact(page, ids["event of briefing"]))
    assert "Recorded by" in plain(fact(page, ids["event of request"]))


def test_a_source_is_linked(visit, ids):
    """Whoever doubts a fact reaches its document from it."""
    line = fact(visit("/states/XAA").text, ids["event of request"])

    assert re.search(r'<a href="https://example.org/note-7"[^>]*><bdi>Note verbale 7/25</bdi></a>', line)
    assert "as reported by Arvandor" in plain(line)


@pytest.mark.parametrize(("known_at", "paid"), [("2025-05-04", "40,000.00"), ("2025-05-05", "400,000.00")])
def test_the_past_is_shown_as_it_was_known(visit, known_at, paid):
    """`known_at` shows the figures of that day under a banner, and every link stays in that moment."""
    page = visit(f"/states/XAA?known_at={known_at}").text

    assert f"600,000.00 {paid} 39,000.00" in plain(page)
    assert "what was on record at the end of" in plain(page)
    onward = links(page, r"/(?:pledges|shifts|requests)/[^\"]+")
    assert onward
    assert all(link.endswith(f"known_at={known_at}") for link in onward)


def test_a_long_history_is_read_in_pages(visit):
    """Fifty items, then a link that goes on to the rest with the same filters."""
    first = visit("/states/XAD?role=recipient", "coordinator").text
    [onward] = links(first, r"[^\"]+&amp;after=\d+")
    second = visit(onward, "coordinator").text

    assert len(re.findall(r'<li id="e-', first)) == 50
    assert len(re.findall(r'<li id="e-', second)) == 6
    assert onward.startswith("/states/XAD/history?role=recipient&after=")
    assert 'rel="next"' not in second


@pytest.mark.parametrize("path", ["/states/XAA?article=4&since=2025-02-01", "/pledges?state=XAA", "/shifts?donor=XBB"])
def test_the_same_answer_is_linked_as_data(visit, path):
    """JSON and CSV of exactly what a page shows are one link away."""
    data = links(visit(path).text, r"/api/v1/(?!docs)[^\"]+")

    assert any(".csv" in link for link in data)
    assert all(path.partition("?")[2] in link for link in data if "?" in link)
    assert {visit(link).status_code for link in data} == {200}


def test_a_donors_page_tells_what_it_gave(visit):
    """The same page serves those who give: their pledges, their shifts, their history."""
    page = plain(visit("/states/XBB").text)

    assert "Support given by Halvora" in page
    assert "Halvora cut its support to Arvandor by 100,000.00 EUR." in page
    assert "Open requests" not in page


def test_a_misspelt_name_is_met_with_did_you_mean(visit):
    """A near miss is offered, never chosen."""
    page = visit("/states?q=Arvandr")

    assert page.status_code == 200
    assert "Did you mean" in page.text
    assert 'href="/states/XAA"' in page.text
