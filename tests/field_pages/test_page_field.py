"""Every page of the field, in each reader's eyes, at each moment, and in a real browser."""

import re

import pytest
from field_pages.field_facts import PAGES, SECRET_GOAL, THINGS
from pages.page_facts import UNKNOWN_ID
from pages.test_page_browser import NARROW, faults, widest

UNANNOUNCED = re.compile(r"777,777|CHF|Ilmarin pledged")
LATE = {page for page in (*PAGES, *THINGS) if "{" in page}
"""What was not yet on record in March."""


@pytest.mark.parametrize("role", [None, "reader", "coordinator"])
@pytest.mark.parametrize("page", [*PAGES, *THINGS])
@pytest.mark.parametrize("moment", ["", "as_of=2025-03-10", "known_at=2025-03-10", "as_of=2025-05-05"])
def test_each_page_is_whole(visit, ids, page, role, moment):
    """One heading and one main part for every reader, and a banner over the past; what was not yet is not found."""
    path = page.format_map(ids) + (("&" if "?" in page else "?") + moment if moment else "")
    answer = visit(path, role)

    if "2025-03" in moment and page in LATE:
        assert answer.status_code == 404
        return
    assert answer.status_code == 200
    assert len(re.findall("<h1", answer.text)) == len(re.findall("<main", answer.text)) == 1
    assert ("You are looking at the past" in answer.text) == bool(moment)


@pytest.mark.parametrize("role", [None, "reader", "state"])
@pytest.mark.parametrize("path", [*PAGES, "/states/XAE", "/coalitions?state=XAE&article=3"])
def test_what_is_held_back_is_on_no_page_of_the_field(visit, ids, path, role):
    """A coalition nobody may know of, and a pledge nobody announced, leave no trace in lists, figures or briefings."""
    page = visit(path.format_map(ids), role).text

    assert SECRET_GOAL not in page
    assert ids["secret coalition"] not in page
    assert not UNANNOUNCED.search(page)


@pytest.mark.parametrize(
    "path",
    [
        *(f"/{kind}/{UNKNOWN_ID}" for kind in ("plans", "challenges", "coalitions", "practices", "profiles")),
        "/coalitions/{secret coalition}",
        f"/matches?request_id={UNKNOWN_ID}",
        "/states/Nowhere/briefing",
    ],
)
def test_what_is_not_there_is_a_page_that_says_so(visit, ids, path):
    """What does not exist and what may not be seen are not found."""
    answer = visit(path.format_map(ids))

    assert answer.status_code == 404
    assert "<h1>Not found</h1>" in answer.text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/changes?state=XAE", "Say since when."),
        ("/overview?year=24", "is not a year: write four digits"),
        ("/contacts/due?days=many", "is not a number of days"),
        ("/practices?donor=XBB", "There is no parameter donor"),
        ("/coalitions?state=Estovr", "Did you mean Estovar (XAE)?"),
    ],
)
def test_a_wrong_question_is_answered_in_a_sentence(visit, path, said):
    """422 keeps its status and names what was wrong."""
    answer = visit(path)

    assert answer.status_code == 422
    assert said in answer.text


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/states/Estovar/briefing?as_of=2025-06-01", "/states/XAE/briefing?as_of=2025-06-01"),
        ("/matches?request_id=&donor=Halvora", "/matches?donor=Halvora"),
    ],
)
def test_a_page_has_one_address(visit, path, leads_to):
    """Names lead to the State's code, and the empty fields of a form leave the address."""
    answer = visit(path)

    assert answer.status_code == 307
    assert re.sub(r"^http://[^/]+", "", answer.headers["location"]) == leads_to


@pytest.mark.parametrize("path", ["/states/XAC/briefing", "/matches?request_id={harm}", "/changes?since=2025-05-05"])
def test_markup_in_a_text_is_text(visit, ids, path):
    """A tag that somebody wrote into a need is shown, never run."""
    page = visit(path.format_map(ids)).text

    assert "&lt;scr" in page
    assert "<script" not in page
    assert "<img" not in page


def test_pages_are_accessible_narrow_quiet_and_alone(look, ids):
    """WCAG 2.2 AA by axe in both schemes, no sideways scroll at 320 px, no complaint, and no other host."""
    page = look("/more", **NARROW)
    for path in [*PAGES, *THINGS]:
        page.goto(path.format_map(ids))
        assert widest(page) == 320, path
        assert faults(page, path) == []
        assert page.said == [], path
    assert page.strangers == []


def test_pages_fit_every_screen(look, ids):
    """At no width does a page scroll sideways."""
    page = look("/more")
    for path in [*PAGES, *THINGS]:
        page.goto(path.format_map(ids))
        for width in (1000, 600):
            page.set_viewport_size({"width": width, "height": 900})
            assert widest(page) == width, path


def test_choosing_a_request_works_without_scripts(look, ids):
    """From the list under More to the donors that fit one request by plain links and a form."""
    page = look("/more", java_script_enabled=False)
    page.get_by_role("link", name="Matches").click()
    page.get_by_role("combobox", name="Request").select_option(ids["valleys"])
    page.get_by_role("button", name="Show matches").click()

    assert page.url.endswith(f"/matches?request_id={ids['valleys']}")
    assert page.locator("li.match").count() == 2
