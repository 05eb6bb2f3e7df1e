"""Filters keep what was asked for, together, and refuse what they do not understand."""

from typing import Any

import pytest
from outside.caller import Caller, refused
from outside.server import fresh_state

EURO = {"amount": "5.00", "currency": "EUR"}


@pytest.fixture(scope="module")
def told(office: Caller) -> dict[str, str]:
    """Two donors, two States: requests under two articles, pledges, a cut and an end, over three years."""
    a, b, one, two = (fresh_state() for _ in range(4))
    ids = {"a": a, "b": b, "one": one, "two": two}

    def record(label: str, name: str, **body: Any) -> None:
        ids[label] = office.record(name, **body)["id"]

    asked = {"nature": ["legal"], "need": "Help."}
    record("r4", "submit-request", state=a, article=4, occurred_on="2020-03-01", **asked)
    record("r5", "submit-request", state=a, article=5, occurred_on="2021-03-01", **asked)
    record("rb", "submit-request", state=b, article=4, occurred_on="2022-03-01", **asked)
    office.record("settle-request", request_id=ids["r5"], status="partly_met", occurred_on="2022-01-01")
    office.record("withdraw-request", request_id=ids["rb"], why="Done.", occurred_on="2022-04-01")
    record(
        "p1", "make-pledge", donor=one, state=a, article=4, request_id=ids["r4"], money=EURO, occurred_on="2020-05-01"
    )
    record("p2", "make-pledge", donor=two, state=a, article=5, money=EURO, occurred_on="2021-05-01")
    record("p3", "make-pledge", donor=one, state=b, money=EURO, occurred_on="2022-05-01")
    shift = {"direction": "cut", "money": EURO | {"amount": "1.00"}}
    record("s1", "shift-support", donor=one, state=a, occurred_on="2021-06-01", unexplained=True, **shift)
    record(
        "s2", "shift-support", donor=two, state=a, occurred_on="2022-06-01", reason="budget",
        reason_source="donor_stated", **shift,
    )  # fmt: skip
    record("s3", "shift-support", donor=one, state=b, occurred_on="2022-07-01", unexplained=True, direction="end")
    return ids


KEPT: list[tuple[str, dict[str, str], list[str]]] = [
    ("requests", {"state": "a"}, ["r4", "r5"]),
    ("requests", {"state": "a", "article": "4"}, ["r4"]),
    ("requests", {"state": "a", "open": "true"}, ["r4", "r5"]),
    ("requests", {"state": "b", "open": "true"}, []),
    ("requests", {"state": "b", "open": "false"}, ["rb"]),
    ("requests", {"state": "a", "open": "false"}, []),
    ("requests", {"state": "a", "status": "partly_met"}, ["r5"]),
    ("requests", {"state": "b", "status": "withdrawn"}, ["rb"]),
    ("requests", {"state": "b", "status": "any"}, ["rb"]),
    ("requests", {"state": "a", "status": "open", "article": "5"}, []),
    ("pledges", {"state": "a"}, ["p1", "p2"]),
    ("pledges", {"donor": "one"}, ["p1", "p3"]),
    ("pledges", {"donor": "one", "state": "a"}, ["p1"]),
    ("pledges", {"state": "a", "article": "5"}, ["p2"]),
    ("pledges", {"request_id": "r4"}, ["p1"]),
    ("pledges", {"donor": "one", "since": "2021-01-01"}, ["p3"]),
    ("pledges", {"donor": "one", "until": "2020-05-01"}, ["p1"]),
    ("pledges", {"state": "a", "since": "2020-05-01", "until": "2021-05-01"}, ["p1", "p2"]),
    ("pledges", {"state": "a", "since": "2020-05-02", "until": "2021-04-30"}, []),
    ("shifts", {"state": "a"}, ["s1", "s2"]),
    ("shifts", {"donor": "one"}, ["s1", "s3"]),
    ("shifts", {"state": "a", "unexplained": "true"}, ["s1"]),
    ("shifts", {"state": "a", "unexplained": "false"}, ["s2"]),
    ("shifts", {"donor": "one", "since": "2022-01-01"}, ["s3"]),
    ("shifts", {"donor": "one", "until": "2021-12-31"}, ["s1"]),
]


@pytest.mark.parametrize(("name", "asked", "labels"), KEPT)
def test_a_filter_keeps_what_was_asked_for(
    name: str, asked: dict[str, str], labels: list[str], told: dict[str, str], office: Caller
) -> None:
    """Each alone and all together; as JSON and as CSV the same."""
    given = {field: told.get(value, value) for field, value in asked.items()}
    found = [item["id"] for item in office.items(f"/{name}", **given)]
    rows = office.read(f"/{name}.csv", **given).text.splitlines()[1:]

    assert found == [told[label] for label in labels]
    assert [row.split(",")[0] for row in rows] == found


HISTORY: list[tuple[str, dict[str, str], list[str]]] = [
    ("a", {"kind": "pledge.made"}, ["2020-05-01", "2021-05-01"]),
    ("a", {"article": "5"}, ["2021-03-01", "2022-01-01", "2021-05-01", "2022-06-01"]),
    ("a", {"donor": "one"}, ["2020-05-01", "2021-06-01"]),
    ("a", {"since": "2022-01-01"}, ["2022-01-01", "2022-06-01"]),
    ("a", {"until": "2020-12-31"}, ["2020-03-01", "2020-05-01"]),
    ("a", {"role": "recipient", "since": "2022-06-01"}, ["2022-06-01"]),
    ("a", {"role": "donor"}, []),
    ("one", {"role": "donor", "kind": "support.shifted"}, ["2021-06-01", "2022-07-01"]),
    ("one", {"role": "recipient"}, []),
    ("one", {"role": "any", "since": "2022-01-01", "until": "2022-06-30"}, ["2022-05-01"]),
]


@pytest.mark.parametrize(("party", "asked", "days"), HISTORY)
def test_a_history_is_filtered(
    party: str, asked: dict[str, str], days: list[str], told: dict[str, str], office: Caller
) -> None:
    """By role, article, kind, donor and days, in the order of recording."""
    given = {field: told.get(value, value) for field, value in asked.items()}
    items = office.items(f"/states/{told[party]}/history", **given)
    assert [item["occurred_on"] for item in items] == days


WRONG: list[tuple[str, str, str]] = [
    ("/requests", "colour", "red"),
    ("/requests", "donor", "XBB"),
    ("/requests", "state", "Atlantis"),
    ("/requests", "state", "Lao PRD"),
    ("/requests", "article", "four"),
    ("/requests", "status", "opened"),
    ("/requests", "open", "yes"),
    ("/pledges", "donor", "Nobody at all"),
    ("/pledges", "since", "2025-02-30"),
    ("/pledges", "as_of", "yesterday"),
    ("/pledges", "known_at", "2025-13-01T00:00:00Z"),
    ("/shifts", "unexplained", "1"),
    ("/shifts", "until", "2025"),
    ("/states/XAA/history", "role", "giver"),
    ("/states/XAA/history", "kind", "pledge.unmade"),
    ("/states/XAA/history", "state", "XAA"),
    ("/events", "since", "2025-01-01"),
    ("/events/none", "fields", "all"),
    ("/kinds", "kind", "all"),
    ("/states", "region", "Asia"),
    ("/pledges/none", "state", "XAA"),
    ("/explanations", "year", "2025"),
    ("/deadlines", "within", "12"),
    ("/deadlines", "within", "twelve months"),
    ("/deadlines", "article", "iv"),
    ("/deadlines", "state", "Atlantis"),
    ("/deadlines", "kind", "dinner"),
    ("/deadlines", "status", "late"),
    ("/deadlines", "since", "yesterday"),
    ("/meetings", "kind", "dinner"),
    ("/meetings", "since", "2025-02-30"),
    ("/meetings", "state", "XAA"),
    ("/meetings/none", "kind", "msp"),
    ("/meetings/none/summary", "form", "pdf"),
    ("/outcomes", "owner", "Nobody at all"),
    ("/outcomes", "open", "true"),
]


@pytest.mark.parametrize(("address", "name", "value"), WRONG)
def test_a_filter_that_is_not_understood_is_refused(address: str, name: str, value: str, office: Caller) -> None:
    """422 naming the parameter, before anything is looked up: a filter that is passed over would mislead."""
    refused(office.read(address, **{name: value}), 422, name)


def test_a_filter_is_given_once(office: Caller) -> None:
    """Twice the same parameter: which one is meant is not guessed."""
    answer = office.http.get("/api/v1/pledges?state=XAA&state=XAB", headers=office.headers)
    refused(answer, 422, "state")


@pytest.mark.parametrize("name", ["donor", "state"])
def test_explanations_need_a_donor_and_a_state(name: str, office: Caller) -> None:
    """422 naming what is missing."""
    asked = {"donor": "XBB", "state": "XAA"}
    del asked[name]
    refused(office.read("/explanations", **asked), 422, name)


@pytest.mark.parametrize("written", ["NOR", "nor", "Norway", "Norvège", "НОРВЕГИЯ", "Kingdom of Norway", "挪威"])
def test_a_name_is_as_good_as_a_code(written: str, office: Caller) -> None:
    """In a filter and in the address, in any of the six languages."""
    office.say("make-pledge", key="by name", donor="NOR", state="Lao PDR")
    assert {item["donor"] for item in office.items("/pledges", donor=written)} == {"NOR"}
    assert office.get(f"/states/{written}")["state"] == "NOR"
    assert office.items(f"/states/{written}/history", role="donor")
