"""Every list answers as of any day and as known at any time."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from outside.caller import Caller, refused
from outside.server import fresh_state

EURO = {"amount": "100.00", "currency": "EUR"}
EARLY, LATE = "2020-03-01", "2022-03-01"


@dataclass(frozen=True)
class Two:
    """Two facts of each kind about one State: the second happened later, and was recorded later."""

    state: str
    donor: str
    known: datetime
    """When the first ones were on record and the second ones were not."""
    first: dict[str, str]
    second: dict[str, str]


def _facts(office: Caller, state: str, donor: str, day: str) -> dict[str, str]:
    def record(name: str, **body: Any) -> str:
        return str(office.record(name, state=state, occurred_on=day, **body)["id"])

    pledge = record("make-pledge", donor=donor, money=EURO)
    cut = {"direction": "cut", "unexplained": True, "money": EURO | {"amount": "1.00"}}
    return {
        "requests": record("submit-request", article=4, nature=["legal"], need="Help."),
        "pledges": pledge,
        "shifts": record("shift-support", donor=donor, pledge_id=pledge, **cut),
    }


@pytest.fixture(scope="module")
def two(office: Caller) -> Two:
    """What happened in 2020, then what happened in 2022."""
    state, donor = fresh_state(), fresh_state()
    first = _facts(office, state, donor, EARLY)
    at = office.items("/shifts", state=state)[0]["recorded_at"]
    office.record("make-pledge", donor="XBB", state=fresh_state())
    return Two(state, donor, datetime.fromisoformat(at), first, _facts(office, state, donor, LATE))


LISTS = ("requests", "pledges", "shifts")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_as_of_a_day(name: str, two: Two, office: Caller) -> None:
    """What had happened by that day, its end included; the day before, not."""
    both = [two.first[name], two.second[name]]
    for day, found in ((LATE, both), ("2022-02-28", both[:1]), (EARLY, both[:1]), ("2020-02-29", [])):
        assert [item["id"] for item in office.items(f"/{name}", state=two.state, as_of=day)] == found
        rows = office.read(f"/{name}.csv", state=two.state, as_of=day).text.splitlines()[1:]
        assert [row.split(",")[0] for row in rows] == found


@pytest.mark.parametrize("name", LISTS)
def test_a_list_as_known_at_a_time(name: str, two: Two, office: Caller) -> None:
    """What was on record at that moment, that moment included; a microsecond earlier, not."""
    before = two.known - timedelta(microseconds=1)
    assert [item["id"] for item in office.items(f"/{name}", state=two.state, known_at=two.known.isoformat())] == [
        two.first[name]
    ]
    if name == "shifts":
        assert office.items("/shifts", state=two.state, known_at=before.isoformat()) == []


@pytest.mark.parametrize("address", ["/states/{}/history", "/events", "/states"])
def test_histories_and_directories_at_a_moment(address: str, two: Two, office: Caller) -> None:
    """A history, the log and the directory answer for a moment as the lists do."""
    there = address.format(two.state)
    (first, *_) = office.items(f"/states/{two.state}/history")
    after = two.state[:2] if address == "/states" else first["position"] - 1

    def ours(**asked: str) -> list[Any]:
        items = office.items(there, limit=200, after=after, **asked)
        if address == "/states":
            return [item["facts"] for item in items if item["id"] == two.state]
        return [item["occurred_on"] for item in items if item["recipient"] == two.state]

    early, late = ours(as_of="2021-01-01"), ours(known_at=two.known.isoformat())
    if address == "/states":
        assert (early, late, ours()) == ([3], [3], [6])
        assert ours(as_of="2019-01-01") == []
    else:
        assert early == late == [EARLY] * 3
        assert ours() == [EARLY] * 3 + [LATE] * 3


@pytest.mark.parametrize("name", LISTS)
def test_one_thing_at_a_moment(name: str, two: Two, office: Caller) -> None:
    """A thing that had not happened, or was not known, is not found; its ETag is the version it then had."""
    address = f"/{name}/{two.second[name]}"
    assert office.get(address, as_of=LATE)["id"] == two.second[name]
    refused(office.read(address, as_of="2022-02-28"), 404)
    refused(office.read(address, known_at=two.known.isoformat()), 404)
    refused(office.read(f"/events/{two.second[name]}", as_of="2022-02-28"), 404)


def test_both_clocks_at_once(two: Two, office: Caller) -> None:
    """`as_of` and `known_at` are two questions, asked together."""
    asked = {"state": two.state, "known_at": two.known.isoformat()}
    assert len(office.items("/pledges", as_of=LATE, **asked)) == 1
    assert office.items("/pledges", as_of="2019-01-01", **asked) == []


def test_figures_and_totals_are_of_the_moment(two: Two, office: Caller) -> None:
    """A payment of later counts later, in the pledge and in the totals."""
    pledge = two.first["pledges"]
    office.record("disburse-pledge", pledge_id=pledge, money=EURO | {"amount": "7.00"}, paid_on="2021-07-01")

    for day, paid in (("2021-06-30", []), ("2021-07-01", [EURO | {"amount": "7.00"}])):
        told = office.get("/pledges", state=two.state, as_of=day)
        assert told["totals"]["paid"] == paid
        assert told["items"][0]["paid"] == paid
        assert office.get(f"/pledges/{pledge}", as_of=day)["paid"] == paid
        assert office.get(f"/states/{two.state}", as_of=day)["support"]["totals"]["paid"] == paid


def test_one_moment_in_many_spellings(two: Two, office: Caller) -> None:
    """An offset with `+`, as people paste it into an address, encoded or not; Z; another offset: the same moment."""
    utc = two.known.astimezone(UTC)
    there = two.known.astimezone(timezone(timedelta(hours=5, minutes=30)))
    spelled = {
        utc.isoformat(), utc.isoformat().replace("+", "%2B"), utc.isoformat().replace("+00:00", "Z"),
        there.isoformat(), there.isoformat().replace("+", "%2B"), there.isoformat().replace("+", "%20"),
    }  # fmt: skip
    for text in spelled:
        answer = office.http.get(f"/api/v1/pledges?state={two.state}&known_at={text}", headers=office.headers)
        assert [item["id"] for item in answer.json()["items"]] == [two.first["pledges"]], text


def test_a_day_means_its_end_where_the_coordinators_are(two: Two, office: Caller) -> None:
    """`known_at=` today holds what was recorded a moment ago; yesterday does not."""
    today = two.known.astimezone().date()
    assert len(office.items("/pledges", state=two.state, known_at=(today + timedelta(days=1)).isoformat())) == 2
    assert office.items("/pledges", state=two.state, known_at=(today - timedelta(days=2)).isoformat()) == []


@pytest.mark.parametrize("name", ["as_of", "known_at"])
@pytest.mark.parametrize("moment", ["0001-01-01", "1900-01-01", "9999-12-31"])
def test_the_ends_of_time(name: str, moment: str, office: Caller) -> None:
    """The first day and the last are days like others."""
    for address in ("/pledges", "/states/XAA/history", "/events", "/states", "/states/XAA"):
        assert office.read(address, **{name: moment}).status_code == 200


@pytest.mark.parametrize(
    ("name", "moment"),
    [
        ("as_of", ""),
        ("as_of", "2025-02-29"),
        ("as_of", "2025-02-28T10:00:00Z"),
        ("as_of", "10000-01-01"),
        ("known_at", ""),
        ("known_at", "now"),
        ("known_at", "2025-02-28T25:00:00Z"),
        ("known_at", "2025-02-28T10:00:00+99:00"),
        ("known_at", "1740000000"),
    ],
)
def test_a_moment_that_is_none(name: str, moment: str, office: Caller) -> None:
    """422 naming the parameter, on lists and on single things."""
    for address in ("/pledges", "/states/XAA/history", "/requests/none", "/explanations"):
        refused(office.read(address, **{name: moment}), 422, name)
