"""What one may not see answers as what is not there, byte for byte."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from outside.caller import Caller, refused

UNKNOWN = "00000000-0000-0000-0000-000000000000"
EURO = {"amount": "5.00", "currency": "EUR"}


@dataclass(frozen=True)
class Hidden:
    """Ids of what only the Coordinators see."""

    request: str
    pledge: str
    shift: str
    event: str


@pytest.fixture
def hidden(office: Caller, state: str, donor: str) -> Hidden:
    """A request, a pledge and a shift that were not announced."""
    held_back = {"state": state, "visibility": "coordinators"}
    request = office.record("submit-request", **held_back, article=4, nature=["legal"], need="Help.")
    pledge = office.record("make-pledge", **held_back, donor=donor, money=EURO)
    shift = office.record("shift-support", state=state, donor=donor, direction="cut", unexplained=True, money=EURO)
    return Hidden(request["id"], pledge["id"], shift["id"], pledge["event_ids"][0])


@pytest.fixture
def outsiders(someone: Callable[..., Caller], state: str, donor: str) -> list[Caller]:
    """Everybody who is not let in: the State and the donor did not record it themselves."""
    return [someone(None), someone("reader"), someone("state", state), someone("donor", donor)]


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("/requests/{}", "request"),
        ("/pledges/{}", "pledge"),
        ("/shifts/{}", "shift"),
        ("/shifts/{}/explanation", "shift"),
        ("/events/{}", "event"),
    ],
)
def test_reading_what_is_hidden(
    address: str, what: str, hidden: Hidden, outsiders: list[Caller], office: Caller
) -> None:
    """404 in the same bytes and headers as an unknown id; the Coordinators see it, as of now and of then."""
    there, nowhere = address.format(getattr(hidden, what)), address.format(UNKNOWN)
    assert office.read(there).status_code == 200
    for caller in outsiders:
        for asked in ({}, {"as_of": "2999-01-01"}, {"known_at": "2999-01-01"}):
            hid, unknown = caller.read(there, **asked), caller.read(nowhere, **asked)
            refused(hid, 404)
            assert hid.content == unknown.content
            assert _without_date(hid.headers) == _without_date(unknown.headers)


def _without_date(headers: Any) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name != "date"}


NAMING: dict[str, tuple[str, str, str, dict[str, Any]]] = {
    "amend": ("state", "amend-request", "request_id", {"need": "More."}),
    "settle": ("state", "settle-request", "request_id", {"status": "met"}),
    "withdraw": ("state", "withdraw-request", "request_id", {"why": "Done."}),
    "receipt": ("state", "report-receipt", "pledge_id", {"money": EURO}),
    "ask": ("state", "ask-explanation", "shift_id", {"asked_of": "XBB"}),
    "explain by a State": (
        "state", "explain-shift", "shift_id",
        {"reason": "budget", "reason_text": "x", "reason_source": "recipient_account"},
    ),
    "explain by a donor": (
        "donor", "explain-shift", "shift_id", {"reason": "budget", "reason_text": "x", "reason_source": "donor_stated"}
    ),
    "commit": ("donor", "commit-pledge", "pledge_id", {"money": EURO}),
    "pay": ("donor", "disburse-pledge", "pledge_id", {"money": EURO}),
    "reverse payment": ("donor", "reverse-payment", "pledge_id", {"money": EURO, "why": "x"}),
    "reverse commitment": ("donor", "reverse-commitment", "pledge_id", {"money": EURO, "why": "x"}),
    "correct": ("state", "correct", "event_id", {"retract": True, "why": "x"}),
    "announce": ("donor", "change-visibility", "about", {"visibility": "public", "why": "x"}),
}  # fmt: skip


@pytest.mark.parametrize(("role", "name", "field", "body"), NAMING.values(), ids=NAMING)
def test_naming_what_is_hidden(
    role: str, name: str, field: str, body: dict[str, Any],
    hidden: Hidden, someone: Callable[..., Caller], state: str, donor: str,
) -> None:  # fmt: skip
    """A command that names it: 404 as for an unknown id, also where the rest of the body is wrong."""
    caller = someone(role, state if role == "state" else donor)
    named = {"request_id": hidden.request, "pledge_id": hidden.pledge, "shift_id": hidden.shift}.get(
        field, hidden.event
    )

    for also in ({}, {"note": 5}):
        there = caller.say(name, **{field: named}, **body, **also)
        nowhere = caller.say(name, **{field: UNKNOWN}, **body, **also)
        refused(there, 404, field)
        assert there.content.replace(named.encode(), UNKNOWN.encode()) == nowhere.content


@pytest.mark.parametrize("field", ["request_id", "parent_pledge_id"])
def test_a_pledge_that_refers_to_what_is_hidden(
    field: str, hidden: Hidden, someone: Callable[..., Caller], state: str, donor: str
) -> None:
    """The same for what a new pledge refers to."""
    caller = someone("donor", donor)
    named = hidden.request if field == "request_id" else hidden.pledge
    there = caller.say("make-pledge", donor=donor, state=state, **{field: named})
    nowhere = caller.say("make-pledge", donor=donor, state=state, **{field: UNKNOWN})

    refused(there, 404, field)
    assert there.content.replace(named.encode(), UNKNOWN.encode()) == nowhere.content


def test_a_shift_does_not_find_a_hidden_pledge(
    hidden: Hidden, someone: Callable[..., Caller], office: Caller, state: str, donor: str
) -> None:
    """A State that reports an end of support is not led to the pledge it may not see: another is opened."""
    recipient = someone("state", state)
    shift = recipient.record("shift-support", donor=donor, state=state, direction="end", unexplained=True)
    shown = recipient.get(f"/shifts/{shift['id']}")

    assert shown["pledge_id"] != hidden.pledge
    assert recipient.get(f"/pledges/{shown['pledge_id']}")["amount_unknown"] is True
    assert office.get(f"/pledges/{hidden.pledge}")["ended_on"] is None


@pytest.mark.parametrize("address", ["/states/Atlantis", "/states/Atlantis/history", "/states/QQQ/history.csv"])
def test_an_unknown_state_is_not_found(public: Caller, address: str) -> None:
    """404, with a sentence."""
    refused(public.read(address), 404)


@pytest.mark.parametrize("address", ["/nothing", "/requests/a/b", "/pledges.xml", "/"])
def test_an_unknown_address_is_a_problem_too(public: Caller, address: str) -> None:
    """404 as application/problem+json."""
    refused(public.http.get(f"/api/v1{address}"), 404)


def test_another_method_is_a_problem_too(public: Caller) -> None:
    """405 with what is allowed."""
    answer = public.http.get("/api/v1/commands/make-pledge")
    refused(answer, 405)
    assert answer.headers["allow"] == "POST"
