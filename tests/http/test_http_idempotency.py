"""A command said twice is recorded once, whoever is in a hurry."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import httpx
import pytest
from outside.caller import Caller, refused
from outside.server import Server

TWINS = 20


def _pledge(donor: str, state: str, amount: str = "100.00") -> dict[str, object]:
    return {"donor": donor, "state": state, "money": {"amount": amount, "currency": "EUR"}}


def test_parallel_twins_make_one_event(office: Caller, server: Server, state: str, donor: str) -> None:
    """Twenty at once under one key: one is recorded, all are given the same answer, one of them as the first."""
    before = server.log_size()
    together = Barrier(TWINS)

    def say(_: int) -> httpx.Response:
        together.wait()
        return office.say("make-pledge", key=f"twins {donor}", **_pledge(donor, state))

    with ThreadPoolExecutor(TWINS) as pool:
        answers = list(pool.map(say, range(TWINS)))

    assert sorted(answer.status_code for answer in answers) == [200] * (TWINS - 1) + [201]
    assert len({answer.content for answer in answers}) == 1
    assert server.log_size() == before + 1
    assert len(office.items("/pledges", state=state)) == 1


def test_parallel_rivals_make_one_event(office: Caller, server: Server, state: str, donor: str) -> None:
    """Ten bodies at once under one key: one is recorded, the others are told that the key is taken."""
    before = server.log_size()
    together = Barrier(10)

    def say(amount: int) -> httpx.Response:
        together.wait()
        return office.say("make-pledge", key=f"rivals {donor}", **_pledge(donor, state, f"{amount}.00"))

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(say, range(1, 11)))

    assert sorted(answer.status_code for answer in answers) == [201] + [422] * 9
    assert server.log_size() == before + 1


def test_a_key_belongs_to_its_actor(office: Caller, someone: Callable[..., Caller], state: str, donor: str) -> None:
    """The same key of another token is another command."""
    first = office.record("make-pledge", key="spring", **_pledge(donor, state))
    second = someone("coordinator").record("make-pledge", key="spring", **_pledge(donor, state))

    assert first["id"] != second["id"]


def test_a_key_is_kept_only_with_a_success(office: Caller, state: str, donor: str) -> None:
    """What was refused may be said again, put right, under the same key."""
    key = f"try {donor}"
    refused(office.say("make-pledge", key=key, donor=donor, state=donor), 422, "donor")
    office.record("make-pledge", key=key, donor=donor, state=state)


def test_a_reference_by_key_names_what_that_actor_made(
    office: Caller, someone: Callable[..., Caller], state: str, donor: str
) -> None:
    """`key:` names what the caller made, and nothing for anybody else."""
    made = office.record("make-pledge", key=f"key of {donor}", **_pledge(donor, state))
    office.record("commit-pledge", pledge_id=f"key:key of {donor}")
    stranger = someone("coordinator").say("commit-pledge", pledge_id=f"key:key of {donor}")

    assert office.get(f"/pledges/{made['id']}")["version"] == 2
    refused(stranger, 404, "pledge_id")


def test_field_order_and_spelling_do_not_make_another_command(office: Caller, state: str) -> None:
    """A body means what it says: order, a State's name or code, and 4 or "4" are the same words."""
    key = f"order {state}"
    first = office.say("make-pledge", key=key, donor="NOR", state=state, article=4)
    again = office.say("make-pledge", key=key, article="4", state=state.lower(), donor="Norway")

    assert (first.status_code, again.status_code) == (201, 200)
    assert again.content == first.content


@pytest.mark.parametrize("key", [None, ""])
def test_a_command_without_a_key_is_malformed(office: Caller, key: str | None, server: Server) -> None:
    """No Idempotency-Key: 400, nothing recorded."""
    before = server.log_size()
    headers = office.headers | ({"Idempotency-Key": key} if key is not None else {})
    answer = office.http.post("/api/v1/commands/make-pledge", json=_pledge("XBB", "XAA"), headers=headers)

    refused(answer, 400, "Idempotency-Key")
    assert server.log_size() == before


def test_a_key_has_a_longest(office: Caller, state: str, donor: str) -> None:
    """Two hundred characters are taken, more are malformed."""
    office.record("make-pledge", key="k" * 200, **_pledge(donor, state))
    refused(office.say("make-pledge", key="k" * 201, **_pledge(donor, state)), 400, "Idempotency-Key")
