"""Why did they leave: the page of a shift answers what was known, what was decided, and whose words the reason is."""

import re

from pages.reading import plain, section


def test_what_the_donor_had_been_told_stands_before_what_followed(visit, ids):
    """By then is what had happened by the day of the decision; what the record learnt only later says so."""
    page = visit(f"/shifts/{ids['cut']}", "coordinator").text
    told, followed = plain(section(page, "What Halvora had been told by then")), plain(section(page, "What followed"))

    assert "Arvandor requested financial and technical assistance" in told
    assert "Halvora was briefed on Arvandor. Recorded only after the decision" in told
    assert told.count("Recorded only after the decision") == 1
    assert "was written to" not in told
    assert "Halvora was asked why" in followed


def test_an_unexplained_shift_shows_its_wait_and_who_was_asked(visit, ids):
    """Without the donor's word the shift waits, whatever others say."""
    why = plain(section(visit(f"/shifts/{ids['cut']}").text, "Why"))

    assert "Unexplained for 104 days No reason of the donor is on record." in why
    assert "By the recipient’s account" in why
    assert "Another crisis took their eyes." in why
    assert "On 10 April 2025 Halvora was asked why." in why


def test_a_late_word_ends_the_wait_and_says_how_long_it_took(visit, ids):
    """The donor's own words stand as a quotation, with the days it took to give them."""
    why = section(visit(f"/shifts/{ids['second cut']}").text, "Why")

    assert "Explained after 38 days" in plain(why)
    assert "In the donor’s own words 10 April 2025 Budget The budget fell by a fifth." in plain(why)
    assert '<blockquote dir="auto">The budget fell by a fifth.</blockquote>' in why
    assert "Unexplained" not in why


def test_all_decisions_of_a_donor_stand_in_order(visit):
    """Asked about a donor and a State, each decision is answered, the oldest first."""
    page = plain(visit("/explanations?donor=Halvora&state=Arvandor").text)

    assert "What Halvora decided about Arvandor" in page
    assert page.index("by 100,000.00 EUR.") < page.index("by 50,000.00 EUR.")
    assert "What Halvora had been told by then: 2 on record" in page


def test_nothing_on_record_is_said(visit):
    """Two that have nothing between them get a sentence, not an empty page."""
    assert "No shift in support of Calvera to Arvandor is on record." in plain(
        visit("/explanations?donor=XBA&state=XAA").text
    )


def test_the_first_page_shows_the_queue(visit):
    """What waits for an explanation is the first thing seen, with the days it has waited."""
    page = plain(section(visit("/").text, "Waiting for an explanation"))

    assert "1 shift in support that the donor has not explained" in page
    assert "3 March 2025 Halvora cut its support to Arvandor by 100,000.00 EUR. Unexplained for 104 days" in page
    assert "by 50,000.00 EUR" not in page


def test_a_pledge_tells_its_story_and_explains_its_marks(visit, ids):
    """The page of a pledge lists all that happened to it, and says in words what is out of the ordinary."""
    page = plain(visit(f"/pledges/{ids['pledge']}").text)

    assert "The recipient reports another amount than the giver." in page
    first, then = ["pledged 1,200,000.00", "committed 600,000.00"], ["paid 40,000.00", "cut its support"]
    story = [*first, *then, "Corrected the amount"]
    assert [page.index(step) for step in story] == sorted(page.index(step) for step in story)
    assert "777,777" not in page


def test_a_request_shows_what_was_pledged_for_it(visit, ids):
    """A request stands with its need, its amount and the pledges that answer it."""
    page = plain(visit(f"/requests/{ids['request']}").text)

    assert "Clear the northern districts." in page
    assert "Amount 900,000.00 EUR" in page
    assert "Halvora 1,050,000.00 EUR 600,000.00 EUR 400,000.00 EUR 39,000.00 EUR" in page


def test_the_kind_of_a_source_stands_apart_from_its_name(visit, ids):
    """A source without an address is read as two words, as one with an address is."""
    assert re.search(r"Letter,\s+<bdi>9</bdi>", visit(f"/shifts/{ids['second cut']}").text)
