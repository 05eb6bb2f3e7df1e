"""Why did they leave? What the donor had been told by the day it decided, and what became known only later."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from outside.caller import Caller, refused
from outside.server import fresh_state

DAY = "2024-06-15"
EURO = {"amount": "100.00", "currency": "EUR"}


@dataclass(frozen=True)
class Story:
    """A donor that cut its support on DAY, and everything around it."""

    state: str
    donor: str
    shift: str
    told: dict[str, str]
    untold: dict[str, str]


@pytest.fixture(scope="module")
def story(office: Caller) -> Story:
    """All recorded today, whenever it happened: what counts as told, then what does not."""
    state, donor, other = fresh_state(), fresh_state(), fresh_state()
    told: dict[str, str] = {}
    untold: dict[str, str] = {}

    def record(into: dict[str, str], label: str, name: str, **body: Any) -> str:
        receipt = office.record(name, **body)
        into[label] = receipt["event_ids"][0]
        return str(receipt["id"])

    need = {"article": 4, "nature": ["legal"], "need": "Help.", "state": state}
    contact = {"kind": "briefing", "state": state, "donor": donor, "visibility": "coordinators"}
    report = {"kind": "annual", "state": state}
    request = record(told, "request", "submit-request", **need, occurred_on="2023-05-01")
    record(told, "amendment", "amend-request", request_id=request, need="More.", occurred_on="2024-01-01")
    record(told, "on the day itself", "submit-request", **need, occurred_on=DAY)
    record(told, "report", "file-article7-report", **report, year=2023, filed_on="2024-04-30")
    record(told, "contact among few", "record-contact", **contact, on="2024-06-14")
    record(untold, "a day late", "submit-request", **need, occurred_on="2024-06-16")
    record(untold, "report of later", "file-article7-report", **report, year=2024, filed_on="2025-04-30")
    record(untold, "contact of later", "record-contact", **contact, on="2024-07-01")
    record(untold, "contact with another", "record-contact", **contact | {"donor": other}, on="2024-01-01")
    record(untold, "held back", "submit-request", **need, occurred_on="2024-01-01", visibility="coordinators")
    record(untold, "another State's", "submit-request", **need | {"state": other}, occurred_on="2024-01-01")
    wrong = record(untold, "retracted", "submit-request", **need, occurred_on="2024-01-02")
    office.record("correct", event_id=untold["retracted"], retract=True, why="Never sent.")
    announced = record(
        untold, "announced too late", "submit-request", **need, occurred_on="2024-01-03", visibility="coordinators"
    )
    office.record("change-visibility", about=announced, visibility="public", why="Agreed.", occurred_on="2024-12-01")
    earlier = record(
        told, "announced in time", "submit-request", **need, occurred_on="2024-01-04", visibility="coordinators"
    )
    office.record("change-visibility", about=earlier, visibility="public", why="Agreed.", occurred_on="2024-06-01")
    assert wrong
    pledge = office.record("make-pledge", donor=donor, state=state, money=EURO, occurred_on="2023-06-01")["id"]
    said = {"direction": "cut", "money": EURO | {"amount": "40.00"}, "unexplained": True, "occurred_on": DAY}
    shift = office.record("shift-support", donor=donor, state=state, pledge_id=pledge, **said)["id"]
    return Story(state, donor, shift, told, untold)  # fmt: skip


def _decision(caller: Caller, story: Story, **asked: str) -> dict[str, Any]:
    told = caller.get("/explanations", donor=story.donor, state=story.state, **asked)
    assert (told["donor"], told["state"]) == (story.donor, story.state)
    (decision,) = told["decisions"]
    assert told["items"] == told["decisions"]
    assert isinstance(decision, dict)
    return decision


def test_exactly_what_the_donor_had_been_told(story: Story, office: Caller) -> None:
    """By the end of that day, open to it or said to it, and not retracted: in order of the day it happened."""
    told = _decision(office, story)["told_by_then"]

    assert {item["event_id"] for item in told} == set(story.told.values())
    assert [item["occurred_on"] for item in told] == sorted(item["occurred_on"] for item in told)
    assert not {item["event_id"] for item in told} & set(story.untold.values())


def test_what_the_record_learnt_later_is_marked(story: Story, office: Caller) -> None:
    """Everything here was recorded long after 2024: each item says so; at the time nobody could have read it here."""
    told = _decision(office, story)["told_by_then"]
    assert all(item["recorded_later"] is True for item in told)
    assert all({"event_id", "kind", "occurred_on", "recorded_at", "summary"} <= set(item) for item in told)


def test_what_was_on_record_by_then_is_not_marked(office: Caller, server: Any, state: str, donor: str) -> None:
    """Recorded today, about a decision of today: not later."""
    today = server.beside.today()
    office.record("submit-request", state=state, article=4, nature=["legal"], need="Help.", occurred_on="2024-01-01")
    office.record("shift-support", donor=donor, state=state, direction="end", unexplained=True, occurred_on=today)
    (decision,) = office.get("/explanations", donor=donor, state=state)["decisions"]
    assert [item["recorded_later"] for item in decision["told_by_then"]] == [False]


def test_what_followed(story: Story, office: Caller) -> None:
    """`since` holds what the State said and what passed between the two after the decision, and nothing told."""
    since = {item["event_id"] for item in _decision(office, story)["since"]}
    assert {story.untold[label] for label in ("a day late", "report of later", "contact of later")} <= since
    assert not since & set(story.told.values())
    assert not since & {story.untold[label] for label in ("another State's", "contact with another", "retracted")}


def test_a_reader_is_shown_what_a_reader_may_see(story: Story, someone: Callable[..., Caller]) -> None:
    """The same decision without the contact among few; a passer-by finds no decision at all."""
    told = {item["event_id"] for item in _decision(someone("reader"), story)["told_by_then"]}
    assert told == set(story.told.values()) - {story.told["contact among few"]}
    public = someone(None).get("/explanations", donor=story.donor, state=story.state)
    assert (public["decisions"], public["items"]) == ([], [])


def test_one_shift_is_explained_at_its_own_address(story: Story, office: Caller) -> None:
    """`/shifts/{id}/explanation` is that decision alone."""
    alone = office.get(f"/shifts/{story.shift}/explanation")
    assert alone["decisions"] == [_decision(office, story)]
    assert (alone["donor"], alone["state"]) == (story.donor, story.state)
    refused(office.read("/shifts/none/explanation"), 404)


def test_names_do_for_codes(office: Caller) -> None:
    """Donor and State by any name; nothing decided is an empty answer, not an error."""
    told = office.get("/explanations", donor="Norvège", state="Lao PDR")
    assert (told["donor"], told["state"]) == ("NOR", "LAO")


def test_decisions_stand_in_order_and_in_pages(office: Caller, state: str, donor: str) -> None:
    """Oldest first by the day they were taken, whatever the order of recording; page by page the same."""
    days = ["2022-05-05", "2020-05-05", "2021-05-05", "2020-05-05"]
    for day in days:
        office.record(
            "shift-support", donor=donor, state=state, direction="cut", unexplained=True, occurred_on=day,
            money=EURO | {"amount": "1.00"},
        )  # fmt: skip
    whole = office.get("/explanations", donor=donor, state=state)["decisions"]
    assert [each["occurred_on"] for each in whole] == sorted(days)

    answer, read = office.read("/explanations", donor=donor, state=state, limit=1), []
    while True:
        read += answer.json()["decisions"]
        if "next" not in answer.links:
            break
        answer = office.http.get(answer.links["next"]["url"], headers=office.headers)
    assert read == whole
    assert office.read("/explanations.csv", donor=donor, state=state).text.count("\r\n") == 5


def test_a_moment_before_the_decision(story: Story, office: Caller) -> None:
    """As of the day before, or as known before it was recorded, there is nothing to explain."""
    asked = {"donor": story.donor, "state": story.state}
    assert office.get("/explanations", **asked, as_of="2024-06-14")["decisions"] == []
    assert office.get("/explanations", **asked, known_at="2024-06-14")["decisions"] == []
    assert office.get("/explanations", **asked, as_of=DAY)["decisions"][0]["since"] == []
