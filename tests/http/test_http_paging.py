"""Lists are read to their end, page by page, without a gap or a repeat."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from threading import Event, Thread
from typing import Any

import httpx
import pytest
from outside.caller import Caller, refused
from outside.server import Server, fresh_state, serving

LISTS = (
    "requests", "pledges", "shifts", "states/{}/history", "events", "states", "kinds", "deadlines", "meetings",
    "outcomes",
)  # fmt: skip
MANY = 53


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A record of its own in which each list is longer than a page."""
    with serving(tmp_path_factory.mktemp("paging")) as server:
        office = server.caller("coordinator")
        for number in range(MANY):
            state = fresh_state()
            office.record("submit-request", state="XAA", article=4, nature=["legal"], need=f"Need {number}.")
            pledge = office.record("make-pledge", donor=state, state="XAA")["id"]
            office.record(
                "shift-support", donor=state, state="XAA", pledge_id=pledge, direction="cut", unexplained=True
            )
            meeting = office.record("schedule-meeting", title=f"Meeting {number}", kind="joint", on="2031-01-01")["id"]
            office.record("record-outcome", meeting_id=meeting, text=f"Outcome {number}.", due_on="2031-02-01")
        yield server


@pytest.fixture(scope="module")
def reader(many: Server) -> Caller:
    """One who reads it."""
    return many.caller("reader")


def _address(name: str) -> str:
    return f"/{name.format('XAA')}"


def pages(caller: Caller, address: str, **asked: Any) -> Iterator[httpx.Response]:
    """Page after page, as `Link` leads."""
    answer = caller.read(address, **asked)
    while True:
        assert answer.status_code == 200, answer.text
        yield answer
        if "next" not in answer.links:
            return
        answer = caller.http.get(answer.links["next"]["url"], headers=caller.headers)


def _ids(answers: Iterator[httpx.Response]) -> list[str]:
    return [item["id"] for answer in answers for item in answer.json()["items"]]


@pytest.mark.parametrize("limit", [1, 7, 53, 54, 200])
@pytest.mark.parametrize("name", LISTS)
def test_pages_hold_what_one_page_holds(name: str, limit: int, reader: Caller) -> None:
    """Whatever the limit, the pages together are the whole list in its order, each full but the last."""
    whole = _ids(pages(reader, _address(name), limit=200))
    if limit == 1:
        whole, answers = whole[:5], [next(pages(reader, _address(name), limit=1)) for _ in range(1)]
        for _ in range(4):
            answers.append(reader.http.get(answers[-1].links["next"]["url"], headers=reader.headers))
    else:
        answers = list(pages(reader, _address(name), limit=limit))
        assert len(answers) == -(-len(whole) // limit)

    assert _ids(iter(answers)) == whole
    assert len(whole) == len(set(whole)) > 0
    assert all(len(answer.json()["items"]) == limit for answer in answers[:-1])
    assert len(answers[-1].json()["items"]) <= limit


@pytest.mark.parametrize("name", [name for name in LISTS if name != "kinds"])
def test_a_page_has_fifty_items_unless_told(name: str, reader: Caller) -> None:
    """And a `Link` to the next, where there is one."""
    answer = reader.read(_address(name))
    assert len(answer.json()["items"]) == 50
    assert answer.links["next"]["url"].startswith("/api/v1/")


def test_a_link_keeps_what_was_asked(reader: Caller) -> None:
    """Filters and moments go on to the next page, and so does the form."""
    asked = {"state": "XAA", "article": "4", "as_of": "2999-12-31", "known_at": "2999-01-01T10:00:00+02:00", "limit": 9}
    answers = list(pages(reader, "/requests", **asked))
    assert [len(answer.json()["items"]) for answer in answers] == [9] * 5 + [8]
    (first, second) = (httpx.URL(answer.links["next"]["url"]).params for answer in answers[:2])
    assert {name: first[name] for name in asked} == {name: str(value) for name, value in asked.items()}
    assert int(second["after"]) > int(first["after"])
    following = reader.read("/requests.csv", limit=9, state="XAA").links["next"]["url"]
    assert following.startswith("/api/v1/requests.csv?")


def test_nothing_is_lost_or_repeated_while_others_write(many: Server) -> None:
    """What was there when reading began is read once, however much is recorded meanwhile; what is new comes after."""
    reader, office = many.caller("reader"), many.caller("coordinator")
    there = _ids(pages(reader, "/pledges", limit=200))
    enough = Event()

    def write() -> None:
        while not enough.is_set():
            office.record("make-pledge", donor="XBB", state="XAA")

    writer = Thread(target=write)
    writer.start()
    try:
        read = _ids(pages(reader, "/pledges", limit=3))
    finally:
        enough.set()
        writer.join()
    assert read[: len(there)] == there
    assert len(read) == len(set(read))


def test_positions_rise(reader: Caller) -> None:
    """A history and the log are in the order of recording."""
    for address in ("/events", "/states/XAA/history"):
        positions = [item["position"] for answer in pages(reader, address) for item in answer.json()["items"]]
        assert all(first < second for first, second in pairwise(positions))
        assert positions[-1] <= reader.get(address)["position"]


@pytest.mark.parametrize("limit", ["0", "-1", "201", "1000000000000000000000", "ten", "1.5", "", "1e2"])
@pytest.mark.parametrize("name", LISTS)
def test_a_limit_beyond_bounds(name: str, limit: str, reader: Caller) -> None:
    """422 naming `limit`: from 1 to 200."""
    refused(reader.read(_address(name), limit=limit), 422, "limit")


@pytest.mark.parametrize("after", ["-1", "x", "99999999999999999999"])
def test_a_place_that_is_none(after: str, reader: Caller) -> None:
    """422 naming `after`."""
    refused(reader.read("/pledges", after=after), 422, "after")


@pytest.mark.parametrize("name", LISTS)
def test_behind_the_end_there_is_nothing(name: str, reader: Caller) -> None:
    """An empty page without `Link`, as JSON and as CSV."""
    end = "zzz" if name in {"states", "kinds"} else 10**9
    answer = reader.read(_address(name), after=end)
    assert (answer.json()["items"], answer.links) == ([], {})
    assert reader.read(f"{_address(name)}.csv", after=end).text.count("\r\n") == 1


@pytest.mark.parametrize("name", LISTS)
def test_a_file_holds_all_unless_a_limit_is_set(name: str, reader: Caller) -> None:
    """`.csv` without `limit` has every row; with it, a page and its `Link`."""
    whole = len(_ids(pages(reader, _address(name), limit=200)))
    assert reader.read(f"{_address(name)}.csv").text.count("\r\n") == whole + 1
    page = reader.read(f"{_address(name)}.csv", limit=2)
    assert page.text.count("\r\n") == 3
    assert "next" in page.links


def test_two_readers_do_not_share_a_cursor(many: Server, someone: Callable[..., Caller]) -> None:
    """A cursor is a place in the log: whoever may see less reads less from it, never something else."""
    office, public = many.caller("coordinator"), many.caller(None)
    place = httpx.URL(office.read("/pledges", limit=1).links["next"]["url"]).params["after"]
    assert public.items("/pledges", after=place) == []
