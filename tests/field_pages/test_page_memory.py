"""Pages so that nothing is forgotten: whom to brief, what changed, and a paragraph for the letter."""

import re

import pytest
from pages.reading import links, plain, section


def test_who_was_never_in_touch_comes_first(visit):
    """No contact on record stands before the longest silence, and is not called never."""
    page = plain(visit("/contacts/due?days=0").text)

    assert "None on record is not the same as never." in page
    assert page.index("Halvora Estovar None on record") < page.index("Halvora Arvandor 20 February 2025 115 days ago")


def test_days_without_contact_can_be_chosen(visit):
    """A recent contact is due only to those who ask for a shorter span."""
    assert "20 February 2025" not in visit("/contacts/due").text
    assert "20 February 2025" in visit("/contacts/due?days=115").text
    assert "20 February 2025" not in visit("/contacts/due?days=116").text


def test_a_contact_that_is_due_leads_to_its_briefing(visit):
    """Whoever is to be briefed finds the paper beside the name."""
    assert "/states/XAE/briefing" in links(visit("/contacts/due").text, r"/states/[^\"]+/briefing")


def test_changes_are_told_by_the_day_of_recording(visit):
    """What happened long ago and was recorded lately is a change."""
    page = plain(visit("/changes?since=2025-05-05&state=Estovar").text)

    assert "10 March 2015 Estovar ratified the Convention" in page
    assert "Arvandor" not in page.partition("Since a day ago")[2]


def test_without_a_day_the_page_asks_for_one(visit):
    """The last day, week and month are one link away, counted from the day looked at."""
    page = visit("/changes").text

    assert links(page, r"/changes\?[^\"]+")[:2] == ["/changes?since=2025-06-14", "/changes?since=2025-06-08"]
    assert "Nothing was recorded" not in plain(page)


@pytest.mark.parametrize("path", ["/shifts/{lessened}", "/explanations?donor=XBB&state=XAE"])
def test_a_decision_comes_as_a_paragraph_to_copy(visit, ids, path):
    """One field holds the whole paragraph: what was decided, in whose words, and who disputes it."""
    page = visit(path.format_map(ids)).text
    [letter] = re.findall(r"<textarea readonly[^>]*>([^<]*)</textarea>", page)

    assert letter.startswith(
        "On 5 May 2025 Halvora cut its support to Estovar by 10,000.00 EUR. By then it had been told"
    )
    assert letter.endswith(
        "Halvora stated its reason: its budget (“Every line was cut alike”). Estovar disputes this: It was not so."
    )


def test_a_paragraph_never_quotes_an_inference(visit, ids):
    """What the Coordinators infer is on their page, and not in the words they would send."""
    page = visit(f"/shifts/{ids['cut']}", "coordinator").text
    [letter] = re.findall(r"<textarea readonly[^>]*>([^<]*)</textarea>", page)

    assert "Nobody there knows the file." in page
    assert "Nobody there knows the file" not in letter
    assert "Halvora has not stated a reason, although it was asked on 10 April 2025." in letter


def test_an_explanation_shows_its_dispute_beside_the_reason(visit, ids):
    """The recipient's dispute stands with the reason, not below it all."""
    why = plain(section(visit(f"/shifts/{ids['lessened']}").text, "Why"))

    assert "Every line was cut alike." in why
    assert "Disputed 5 May 2025 , by Estovar It was not so." in why


def test_rarely_asked_questions_are_under_more(visit):
    """The menu stays short: one page names the other questions, and is marked while one of them is read."""
    named = links(visit("/more?as_of=2025-06-01").text, r"/[a-z/]+\?as_of=2025-06-01")

    assert {f"/{page}?as_of=2025-06-01" for page in ("silent", "coverage", "overview", "contacts/due")} <= set(named)
    assert {visit(link).status_code for link in named} == {200}
    assert re.search(r'<a href="/more" aria-current="true">', visit("/contacts/due").text)
