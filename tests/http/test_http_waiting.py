"""A writer reads its own write; nobody waits for long."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from outside.caller import Caller, refused

ADDRESSES = (
    "/pledges", "/requests", "/shifts", "/events", "/states", "/kinds", "/states/XAA", "/states/XAA/history",
    "/pledges/none", "/requests/none", "/shifts/none", "/events/none", "/shifts/none/explanation", "/pledges.csv",
    "/explanations?donor=XBB&state=XAA", "/deadlines", "/meetings", "/outcomes", "/meetings/none",
    "/meetings/none/summary",
)  # fmt: skip


def test_a_writer_reads_its_own_write(office: Caller, state: str, donor: str) -> None:
    """Fifty times: what the receipt's position says is there with `?wait=` of that position."""
    for _ in range(50):
        made = office.record("make-pledge", donor=donor, state=state)
        answer = office.read(f"/pledges/{made['id']}", wait=made["position"])
        assert answer.status_code == 200
    listed = office.get("/pledges", state=state, limit=200, wait=made["position"])
    assert len(listed["items"]) == 50
    assert listed["position"] >= made["position"]


def test_another_reads_it_too(office: Caller, public: Caller, someone: Callable[..., Caller], state: str) -> None:
    """The position holds for every reader."""
    made = office.record("make-pledge", donor="XBB", state=state, visibility="public")
    for caller in (public, someone("reader")):
        assert caller.read(f"/pledges/{made['id']}", wait=made["position"]).status_code == 200


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_takes_a_position(address: str, office: Caller) -> None:
    """What is reached answers at once, whatever the answer is."""
    path, _, query = address.partition("?")
    asked = dict(part.split("=") for part in query.split("&") if part)
    office.read(path, **asked)
    began = time.monotonic()
    assert office.read(path, wait=1, **asked).status_code in {200, 404}
    assert time.monotonic() - began < 1.9


def test_beyond_the_end(office: Caller) -> None:
    """A position that does not come: 503 with Retry-After, after two seconds and not much more."""
    began = time.monotonic()
    answer = office.read("/pledges", wait=10**12)
    took = time.monotonic() - began

    refused(answer, 503, "wait")
    assert 1 <= int(answer.headers["retry-after"]) <= 10
    assert 1.5 < took < 8


def test_many_wait_together(office: Caller, state: str) -> None:
    """Thirty who wait for what does not come are all told in time, and meanwhile others read and write at once."""

    def wait(_: int) -> tuple[httpx.Response, float]:
        began = time.monotonic()
        return office.read("/pledges", wait=10**12), time.monotonic() - began

    with ThreadPoolExecutor(30) as pool:
        waiting = [pool.submit(wait, number) for number in range(30)]
        began = time.monotonic()
        made = office.record("make-pledge", donor="XBB", state=state)
        assert office.read(f"/pledges/{made['id']}", as_of="2999-01-01").status_code == 200
        assert time.monotonic() - began < 1.9
        for answer, took in (each.result() for each in waiting):
            assert answer.status_code == 503
            assert took < 10


@pytest.mark.parametrize("position", ["-1", "x", "", "1.5", "99999999999999999999"])
def test_a_position_that_is_none(position: str, office: Caller) -> None:
    """422 naming `wait`."""
    refused(office.read("/pledges", wait=position), 422, "wait")


def test_a_bad_token_does_not_wait(public: Caller) -> None:
    """401 comes first."""
    began = time.monotonic()
    answer = public.http.get("/api/v1/pledges?wait=1000000000", headers={"Authorization": "Bearer no"})
    assert answer.status_code == 401
    assert time.monotonic() - began < 1.9
