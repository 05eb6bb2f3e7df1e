"""Every page answers as its address in the API does, with HTML for people."""

import re

import pytest
from pages.page_facts import UNKNOWN_ID

PAGES = [
    "/",
    "/states",
    "/states/XAA",
    "/states/XAA/history",
    "/states/XBB",
    "/requests",
    "/requests/{request}",
    "/pledges",
    "/pledges/{pledge}",
    "/shifts",
    "/shifts?unexplained=true",
    "/shifts/{cut}",
    "/explanations",
    "/explanations?donor=XBB&state=XAA",
    "/events/{event of payment}",
    "/events/{correction}",
    "/deadlines",
    "/deadlines?state=XAE&within=12m",
    "/states/XAE",
    "/states/XAG",
    "/meetings",
    "/meetings/{spring}",
    "/outcomes",
    "/outcomes?status=all",
]


@pytest.mark.parametrize("role", [None, "reader", "coordinator"])
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "moment", ["", "as_of=2025-03-10", "known_at=2025-03-10", "as_of=2025-05-05&known_at=2025-06-14"]
)
def test_each_page_is_there(visit, ids, page, role, moment):
    """A page is whole at every moment and for every reader: one heading, one main part, in a named language."""
    path = page.format_map(ids) + (("&" if "?" in page else "?") + moment if moment else "")
    answer = visit(path, role)

    if moment.startswith("known_at=2025-03") and "correction" in page:
        assert answer.status_code == 404
        return
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert len(re.findall("<h1", answer.text)) == len(re.findall("<main", answer.text)) == 1
    assert '<html lang="en">' in answer.text
    assert ("You are looking at the past" in answer.text) == bool(moment)


@pytest.mark.parametrize("role", [None, "reader", "coordinator"])
@pytest.mark.parametrize(
    "page", ["/states/XAA", "/pledges", "/explanations?donor=XBB&state=XAA", "/deadlines", "/meetings", "/outcomes"]
)
def test_who_may_keep_a_page_is_said_as_by_the_api(visit, page, role):
    """A cache tells readers apart exactly as it does for the API."""
    answer, data = visit(page, role), visit(f"/api/v1{page}", role)

    for header in ("vary", "cache-control", "content-security-policy", "x-content-type-options"):
        assert answer.headers[header] == data.headers[header]


@pytest.mark.parametrize(
    "path",
    [
        *(f"/{kind}/{UNKNOWN_ID}" for kind in ("requests", "pledges", "shifts", "events", "meetings")),
        "/states/Nowhere",
        "/states/Nowhere/history",
        "/nothing/here",
    ],
)
def test_what_is_not_there_is_a_page_that_says_so(visit, path):
    """404 keeps its status and speaks in a sentence."""
    answer = visit(path)

    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "<h1>Not found</h1>" in answer.text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/states/XAA?as_of=yesterday", "is not a date"),
        ("/states/XAA?known_at=2025-13-01", "is not a time"),
        ("/states/XAA?colour=red", "There is no parameter colour"),
        ("/states/XAA?kind=nothing", "is not one of"),
        ("/pledges?state=Arvandr", "Did you mean Arvandor (XAA)?"),
        ("/requests?limit=900", "limit is a whole number from 1 to 200"),
        ("/deadlines?colour=red", "There is no parameter colour"),
        ("/deadlines?within=soon", "is not a span of time"),
        ("/deadlines?state=Arvandr", "Did you mean Arvandor (XAA)?"),
        ("/meetings?kind=dinner", "is not one of"),
        ("/outcomes?status=late", "is not one of"),
        ("/outcomes?state=XAA", "There is no parameter state"),
        ("/explanations?donor=XBB", "Name both: the donor and the State."),
    ],
)
def test_a_wrong_question_is_answered_in_a_sentence(visit, path, said):
    """422 keeps its status and names what was wrong."""
    answer = visit(path)

    assert answer.status_code == 422
    assert said in answer.text


def test_a_bad_token_opens_no_page(visit):
    """A token that is not known gets 401 on pages too, and is told which door it knocked at."""
    answer = visit("/states/XAA", "nobody")

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert "<h1>Unauthorized</h1>" in answer.text


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/api/v1/states/Nowhere", f"/api/v1/pledges/{UNKNOWN_ID}"])
def test_the_api_keeps_its_problems(visit, path):
    """HTML is for page addresses alone, whatever a browser accepts."""
    answer = visit(path)

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/states/xaa?as_of=2025-03-01", "/states/XAA?as_of=2025-03-01"),
        ("/states/Arvandor", "/states/XAA"),
        ("/states/Arvandor/history?article=4", "/states/XAA/history?article=4"),
        ("/states?q=Halvora", "/states/XBB"),
        ("/states?q=arvandor&as_of=2025-03-01", "/states/XAA?as_of=2025-03-01"),
        ("/states/XAA?as_of=&role=&article=4", "/states/XAA?article=4"),
        ("/states/XAA?as_of=", "/states/XAA"),
        ("/states/C%C3%B4te%20d%27Ivoire?as_of=", "/states/C%C3%B4te%20d%27Ivoire"),
        ("/states/C%C3%B4te%20d%27Ivoire", "/states/CIV"),
        ("/states/", "/states"),
    ],
)
def test_a_page_has_one_address(visit, path, leads_to):
    """Names lead to the State's code, and the empty fields of a form leave the address."""
    answer = visit(path)

    assert answer.status_code in {303, 307}
    assert re.sub(r"^http://[^/]+", "", answer.headers["location"]) == leads_to
