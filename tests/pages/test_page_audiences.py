"""A page shows to each reader what the API shows, and not a trace of what is held back."""

import re

import pytest
from pages.page_facts import UNKNOWN_ID

LISTS = [
    "/",
    "/states",
    "/states/XAA",
    "/states/XAA/history",
    "/states/XBC",
    "/pledges",
    "/requests",
    "/shifts",
    "/deadlines",
    "/meetings",
    "/outcomes",
]
SECRET = re.compile(r"777,777|CHF|Ilmarin pledged")


@pytest.mark.parametrize("role", [None, "reader", "state", "donor"])
@pytest.mark.parametrize("path", LISTS)
def test_an_unannounced_pledge_is_on_no_page(visit, path, role):
    """Neither the public, nor States Parties, nor its recipient, nor another donor sees an unannounced pledge."""
    assert not SECRET.search(visit(path, role).text)


@pytest.mark.parametrize("role", [None, "reader", "state", "donor"])
@pytest.mark.parametrize(("kind", "name"), [("pledges", "unannounced"), ("events", "event of unannounced")])
def test_its_address_answers_as_an_unknown_one(visit, ids, kind, name, role):
    """What may not be seen gives the same bytes as what does not exist."""
    hidden, unknown = visit(f"/{kind}/{ids[name]}", role), visit(f"/{kind}/{UNKNOWN_ID}", role)

    assert hidden.status_code == unknown.status_code == 404
    assert hidden.content == unknown.content
    assert dict(hidden.headers, date="") == dict(unknown.headers, date="")


def test_coordinators_see_it_marked(visit, ids):
    """Whoever may see a fact that is not public is told that it is not."""
    page = visit(f"/pledges/{ids['unannounced']}", "coordinator").text

    assert "777,777" in page
    assert "Coordinators only" in page


@pytest.mark.parametrize("role", [None, "reader", "state", "donor"])
def test_an_inference_is_for_coordinators(visit, ids, role):
    """What the Coordinators infer about a donor is on no page that others read."""
    for path in (*LISTS, f"/shifts/{ids['cut']}", "/explanations?donor=XBB&state=XAA"):
        assert "Nobody there knows the file" not in visit(path, role).text


def test_an_inference_never_reads_as_the_donors_word(visit, ids):
    """An inference stands in another frame than the donor's word, says what it is, and is no quotation."""
    page = visit(f"/shifts/{ids['cut']}", "coordinator").text
    account = re.search(r'<figure class="account coordinator_inference">.*?</figure>', page, re.DOTALL)[0]

    assert "Inferred by the Coordinators — the donor has not said so" in account
    assert "Nobody there knows the file." in account
    assert "<blockquote" not in account
    assert "In the donor’s own words" not in page


def test_readers_see_the_role_and_coordinators_the_person(visit, ids):
    """Names of people are for those who coordinate."""
    path = f"/events/{ids['event of request']}"

    assert "by <bdi>a Coordinator</bdi>" in re.sub(r"\s+", " ", visit(path).text)
    assert "token:coordinator" not in visit(path, "state").text
    assert "token:coordinator" in visit(path, "coordinator").text
