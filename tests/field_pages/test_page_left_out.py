"""Pages on who is left out: States that owe and have not asked, where support goes, and the year in figures."""

from pages.reading import links, plain, section


def test_a_silent_state_stands_with_its_deadline_and_outlook(visit):
    """Who is obligated and never asked is named with the day, what is left, and why it is that day."""
    page = plain(visit("/silent").text)

    assert "1 obligation of 1 State" in page
    assert "Estovar Article 3, stockpiles 1 September 2023 653 days ago" in page
    assert "8 years after entry into force on 1 September 2015" in page


def test_who_has_asked_is_not_silent(visit):
    """A request under the article ends the silence, and only from the day on which it was made."""
    assert "No obligation on record without a request." in plain(visit("/silent?article=4").text)
    assert "Estovar Article 4, clearance" in plain(visit("/silent?as_of=2025-05-04&article=4").text)


def test_coverage_names_the_share_and_how_many_report(visit):
    """The share of those who get most stands beside those who wait, and says on how many donors it rests."""
    page = plain(visit("/coverage").text)

    assert "Goes to 2 States 100 %" in page
    assert "1 of 3 donors reporting a commitment. What is not reported is not zero." in page
    assert "Arvandor 750,000.00 60.6 % Estovar 487,500.00 39.4 % All States 1,237,500.00 100 %" in page


def test_what_nobody_reported_is_not_shown_as_zero(visit):
    """A sum without any commitment on record is a dash that says so, never 0."""
    page = plain(visit("/coverage").text)

    assert "Article 5, victim assistance – none on record 1 1" in page
    assert "0.00 " not in page.replace("00.00", "")


def test_who_waits_without_a_commitment_is_named(visit):
    """A State with an open request and nothing committed is one link away."""
    waiting = section(visit("/coverage").text, "An open request, and no commitment")

    assert links(waiting, r"/states/[^\"]+") == ["/states/XAC"]


def test_no_share_is_told_before_anything_is_committed(visit):
    """Where nothing is committed there is no share, not a share of zero."""
    page = plain(visit("/coverage?as_of=2025-01-31").text)

    assert "No commitment is on record that could be counted in USD, so no share can be told." in page
    assert "Goes to three States not known" in page


def test_the_year_in_figures(visit):
    """Reports with their share, who asked, gave and received, and each article with its obligations."""
    page = plain(visit("/overview?year=2025").text)

    assert "Received 100 % Received, of those due 1 of 1 Outstanding 0" in page
    assert "States that requested it 3 Donors that provided it 2 States that received it 1" in page
    assert "Article 3, stockpiles 1 – none on record 1 in 2023" in page
    assert "Article 4, clearance 1 1 1 in 2025" in page


def test_a_year_without_facts_is_no_year_of_zeros(visit):
    """What is not on record for a year is said to be that."""
    page = plain(visit("/overview?year=2010").text)

    assert "No report is on record as due in 2010." in page
    assert "States that requested it – none on record" in page


def test_the_years_beside_keep_the_moment(visit):
    """The year before and the year after are one link away, seen from the same moment."""
    page = visit("/overview?year=2025&known_at=2025-06-01").text

    assert links(page, r"/overview\?[^\"]+")[-2:] == [
        "/overview?year=2024&known_at=2025-06-01",
        "/overview?year=2026&known_at=2025-06-01",
    ]
