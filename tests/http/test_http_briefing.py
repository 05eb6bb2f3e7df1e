"""A State's briefing over HTTP: the same facts as data, as a page and as Markdown, as each reader may see them."""

from collections.abc import Callable
from typing import Any

import pytest
from outside.caller import Caller, refused
from outside.server import Server

NEED = "Clear *the* <valleys>."
PAPERS = ("", ".json", ".html", ".md")


@pytest.fixture
def told(office: Caller, state: str, donor: str) -> dict[str, Any]:
    """A State that declares, asks and is supported; a coalition is held back."""
    record = {"visibility": "public", "state": state, "article": 4}
    money = {"amount": "500000.00", "currency": "EUR"}
    office.record("declare-obligation", **record, figures={"area_m2": 1200000})
    office.record("submit-request", **record, nature=["financial"], need=NEED, money=money)
    pledge = office.record("make-pledge", **record, donor=donor, money=money)["id"]
    office.record("commit-pledge", pledge_id=pledge, money=money, signed_on="2025-05-05")
    inference = {"reason": "budget", "reason_text": "So it seems.", "reason_source": "coordinator_inference"}
    office.record("shift-support", pledge_id=pledge, donor=donor, state=state, direction="end", **inference)
    held_back = office.record(
        "form-coalition",
        **record | {"visibility": "coordinators"},
        lead=donor,
        goal="Not yet known.",
        until="2030-12-31",
    )
    return {"pledge": pledge, "coalition": held_back["id"]}


def test_every_part_is_there(told: dict[str, Any], state: str, office: Caller) -> None:
    """Situation, obligations, requests with what they lack, support, shifts and coalitions come in one answer."""
    briefing = office.get(f"/states/{state}/briefing")

    assert briefing["state"] == state
    assert briefing["obligations"][0]["figures"] == {"area_m2": 1200000}
    assert "budget" in briefing["open_requests"][0]["completeness"]["missing"]
    assert [each["id"] for each in briefing["support"]["pledges"]] == [told["pledge"]]
    assert briefing["shifts"][0]["unexplained"] is True
    assert [each["id"] for each in briefing["coalitions"]] == [told["coalition"]]
    assert briefing["position"] > 0


@pytest.mark.parametrize("form", PAPERS)
def test_nobody_reads_what_is_held_back(
    told: dict[str, Any], form: str, state: str, office: Caller, someone: Callable[..., Caller]
) -> None:
    """In every form the goal of a coalition held back, and an inference, are for the Coordinators."""
    assert "Not yet known." in office.read(f"/states/{state}/briefing{form}").text
    for caller in (someone(None), someone("reader"), someone("state", state)):
        words = caller.read(f"/states/{state}/briefing{form}").text
        assert "Not yet known." not in words
        assert "So it seems." not in words


def test_papers_mark_what_must_not_be_passed_on(told: dict[str, Any], state: str, office: Caller) -> None:
    """A paper is sent on: what is not for everybody says so beside its words, and an inference whose it is."""
    text = office.read(f"/states/{state}/briefing.md").text

    assert "Not yet known. (lead:" in text
    assert "partners: none) [coordinators only]" in text
    assert "Inferred by the Coordinators, the donor has not said so: budget (“So it seems.”)" in text


def test_what_people_wrote_is_no_markup(told: dict[str, Any], state: str, office: Caller) -> None:
    """A need with markup in it stays words, on the page and in Markdown."""
    assert "Clear *the* &lt;valleys&gt;." in office.read(f"/states/{state}/briefing.html").text
    assert r"Clear \*the\* \<valleys\>." in office.read(f"/states/{state}/briefing.md").text


@pytest.mark.parametrize(("form", "kind"), [("", "application/json"), (".html", "text/html"), (".md", "text/markdown")])
def test_each_form_says_what_it_is_and_for_whom(
    told: dict[str, Any], form: str, kind: str, state: str, server: Server
) -> None:
    """Its kind, a validator, and that it may not be kept for others."""
    reader = server.caller("reader")
    answer = reader.read(f"/states/{state}/briefing{form}", wait=server.log_size())

    assert answer.headers["content-type"].startswith(kind)
    assert answer.headers["cache-control"] == "private, no-cache"
    assert "Authorization" in answer.headers["vary"]
    again = reader.read(f"/states/{state}/briefing{form}", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


def test_a_state_of_which_nothing_is_on_record_is_no_error(state: str, office: Caller) -> None:
    """The briefing then says that nothing is on record, and never zero."""
    text = office.read(f"/states/{state}/briefing.md").text

    assert "No obligation is on record." in text
    assert "- Committed: none on record" in text


@pytest.mark.parametrize("form", PAPERS)
def test_an_organisation_and_nobody_have_no_briefing(form: str, office: Caller) -> None:
    """A briefing is about a State."""
    refused(office.read(f"/states/EU/briefing{form}"), 404)
    refused(office.read(f"/states/Nowhere/briefing{form}"), 404)


def test_the_past_is_briefed_as_it_was(told: dict[str, Any], state: str, office: Caller) -> None:
    """As of a day before all of it, nothing had happened."""
    briefing = office.get(f"/states/{state}/briefing", as_of="2020-01-01")

    assert briefing["as_of"] == "2020-01-01"
    assert briefing["obligations"] == briefing["open_requests"] == briefing["support"]["pledges"] == []
