"""The page of deadlines, and what a State's page says of the Convention: what is late is seen first."""

import re

import pytest
from pages.reading import links, prose, section


def test_what_is_past_and_unmet_stands_first_and_apart(visit):
    """Before all that is still to come, marked, with the days since."""
    page = visit("/deadlines").text
    past = section(page, "Past and not met")

    assert page.index("Past and not met</h2>") < page.index("The next twelve months</h2>")
    assert re.search(r'<tr class="late">\s*<td class="when">.*?1 March 2025.*?106 days ago', past, re.DOTALL)
    assert 'class="late"' not in section(page, "The next twelve months")


def test_each_day_says_whether_it_is_computed_or_entered_and_why(visit):
    """The basis in words, with its dates as the rest of the page writes them."""
    page = prose(visit("/deadlines").text)

    assert "Computed: 10 years after entry into force on 1 March 2015 (Article 4(1))." in page
    assert "Entered: extended until 1 March 2026, decided by silence procedure on 2 September 2022." in page


def test_an_unknown_day_is_said_to_be_unknown(visit):
    """Neither a guess nor a gap, and not the same as having no fixed date."""
    page = visit("/deadlines").text
    unknown = prose(section(page, "Day unknown"))

    assert re.search(r"Day unknown XAG: Clearance, Article 4 Not known: entry into force is not on record\.", unknown)
    assert "it is never guessed" in unknown
    assert "No fixed date" in prose(section(page, "No fixed date"))
    assert "Article 5 sets no date." in prose(section(page, "No fixed date"))


def test_outlook_request_receipt_and_lodging_day_stand_beside_it(visit):
    """Each in a column of its own; where nothing is on record, that is said."""
    row = prose(
        re.search(r"<tr[^>]*>(?:(?!</tr>).)*Stockpile destruction.*?</tr>", visit("/deadlines").text, re.DOTALL)[0]
    )

    assert "Unclear" in row
    assert row.count("none on record") == 2
    assert row.rstrip().endswith("16 December 2024")


def test_reports_due_on_one_day_are_one_line(visit):
    """What many States owe at once does not hide the rest; for one State each stands alone."""
    page = visit("/deadlines").text

    assert "2 States: Annual report for 2025, Article 7" in prose(section(page, "The next twelve months"))
    assert "Annual report" not in prose(section(page, "Past and not met"))
    assert "3 Article 7 reports not on record, of 2 States" in prose(section(page, "Article 7 reports outstanding"))
    assert "2 States" not in prose(section(visit("/deadlines?state=XAE").text, "The next twelve months"))


@pytest.mark.parametrize(
    ("asked", "said", "unsaid"),
    [
        ("state=XAG", "entry into force is not on record", "Clearance, Article 4 Computed"),
        ("article=3", "Stockpile destruction", "Clearance"),
        ("within=3m", "Outcome of a meeting", "Past and not met"),
        ("kind=clearance", "Clearance", "Stockpile"),
        ("status=met", "Met on 20 March 2025", "Day unknown"),
        ("state=XAE&within=12m", "Annual report for 2025", "Outcome of a meeting Agreed at Spring meeting: Seek"),
        ("state=XBC", "No deadline on record matches this.", "<table"),
    ],
)
def test_filters_keep_what_was_asked_for(visit, asked, said, unsaid):
    """The same filters as the API has."""
    page = prose(visit(f"/deadlines?{asked}").text.partition("</form>\n</details>")[2])

    assert said in page
    assert unsaid not in page


def test_the_moment_is_kept_by_every_link(visit):
    """As of an earlier day the same deadline was still to come; links stay in that day."""
    page = visit("/deadlines?as_of=2025-02-20").text

    assert "in 9 days" in prose(section(page, "The next twelve months"))
    onward = links(page, r"/states/X[^\"]+")
    assert onward
    assert all(link.endswith("as_of=2025-02-20") for link in onward)


def test_pages_hold_what_the_whole_holds(visit):
    """With a limit the rows go on from page to page, in the same order."""
    subject = re.compile(r'<tr[^>]*>\s*<td class="when">.*?</tr>', re.DOTALL)
    tables = re.compile(r'<table class="due">.*?</table>', re.DOTALL)

    def rows(page):
        return [prose(row) for table in tables.findall(page) for row in subject.findall(table)]

    whole, found, path = rows(visit("/deadlines").text), [], "/deadlines?limit=3"
    while path:
        page = visit(path).text
        found += rows(page)
        path = next(iter(links(page, r"/deadlines\?[^\"]*after=\d+[^\"]*")), None)
    assert found == whole
    assert len(whole) > 6


@pytest.mark.parametrize("path", ["/deadlines", "/states/XAG", "/states", "/"])
def test_an_obligation_held_back_is_on_no_page(visit, path):
    """Only the Coordinators see it, marked."""
    held_back = "National measures, Article 9"
    assert held_back not in prose(visit(path).text)
    assert held_back not in prose(visit(path, "reader").text)
    if path in {"/deadlines", "/states/XAG"}:
        assert held_back in prose(visit(path, "coordinator").text)


def test_the_first_page_begins_with_what_is_late(visit):
    """Whoever opens the service sees it before anything else that is on record."""
    page = visit("/").text

    assert page.index("What is due first</h2>") < page.index("Waiting for an explanation</h2>")
    assert "106 days ago" in section(page, "What is due first")


def test_a_states_page_tells_its_obligations_whole(visit):
    """Term and basis, the term before, the last day to ask, figures, progress, extensions asked and granted."""
    page = visit("/states/XAE").text
    told = prose(section(page, "Obligations"))

    assert "Before any extension 1 March 2023: 8 years after entry into force on 1 March 2015 (Article 3(2))" in told
    assert "Ask for more time by 16 December 2024" in told
    assert "9 months before Thirteenth Meeting of States Parties opens on 16 September 2025" in told
    assert "Area (m²): 1,200,000" in told
    assert "2024 86,500 1,113,500 12 April 2025" in told
    assert "Asked for more time until 1 March 2027" in told
    assert "Extended until 1 March 2026, decided by silence procedure" in told
    assert "Needs assistance" in told


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("XAE", "Entry into force 1 March 2015, computed from the deposit"),
        ("XAH", "Entry into force 1 April 2015, as entered; computed from the deposit: 1 March 2015"),
        ("XAG", "Entry into force Not known: no deposit is on record"),
    ],
)
def test_entry_into_force_says_where_it_comes_from(visit, state, said):
    """Computed and entered are both shown, and unknown is unknown."""
    assert said in prose(visit(f"/states/{state}").text)


def test_reports_filed_and_owed_stand_together(visit):
    """What was filed with its link, what is owed with the days, what comes with its day."""
    reports = prose(section(visit("/states/XAE").text, "Article 7 reports"))

    assert "Annual report for 2023 30 April 2024 20 April 2024" in reports
    assert "Annual report for 2024 30 April 2025 Not on record, due 46 days ago" in reports
    assert "Annual report for 2025 30 April 2026 In 319 days" in reports
    assert 'href="https://example.org/article7"' in visit("/states/XAE").text


def test_the_directory_says_what_is_due_open_and_unexplained(visit):
    """One line a State, with its role, its next day, what is late, open and unexplained, and since when it is bound."""
    page = visit("/states").text
    row = prose(re.search(r'<tr><th scope="row"><a href="/states/XAE".*?</tr>', page, re.DOTALL)[0])

    assert "Is affected" in row
    assert "1 August 2025 Outcome of a meeting, in 47 days" in row
    assert "1 March 2015" in row
