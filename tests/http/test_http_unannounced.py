"""An unannounced pledge is not there for those it was not announced to, until it is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from outside.caller import Caller, refused

EURO = {"amount": "731.00", "currency": "EUR"}
SECRET = "Held back until the conference"


@dataclass(frozen=True)
class Held:
    """A pledge for a public request, committed, paid and cut, all of it unannounced."""

    state: str
    donor: str
    request: str
    pledge: str
    shift: str
    events: tuple[str, ...]
    last_heard: str


@pytest.fixture
def held(office: Caller, someone: Callable[..., Caller], state: str, donor: str) -> Held:
    """The donor's own record of it; its later facts say nothing of who may see them."""
    need = {"article": 4, "nature": ["legal"], "need": "Help.", "visibility": "public"}
    request = office.record("submit-request", state=state, **need)["id"]
    giver = someone("donor", donor)
    said = {"donor": donor, "state": state, "request_id": request, "money": EURO, "conditions": SECRET}
    pledge = giver.record("make-pledge", **said, visibility="coordinators")
    facts = [
        pledge,
        giver.record("commit-pledge", pledge_id=pledge["id"], money=EURO, agreement_ref=SECRET),
        giver.record("disburse-pledge", pledge_id=pledge["id"], money=EURO | {"amount": "31.00"}),
        giver.record(
            "shift-support", donor=donor, state=state, pledge_id=pledge["id"], direction="cut", reason="other",
            reason_text=SECRET, reason_source="donor_stated", money=EURO | {"amount": "1.00"},
        ),
    ]  # fmt: skip
    events = tuple(event for fact in facts for event in fact["event_ids"])
    return Held(state, donor, request, pledge["id"], facts[3]["id"], events, facts[3]["recorded_at"])


def _everywhere(caller: Caller, held: Held, **asked: str) -> str:
    """All that this caller can read about it, in every form, as one text."""
    addresses: list[tuple[str, dict[str, Any]]] = [
        (f"/requests/{held.request}", {}),
        *((f"/requests{form}", {"state": held.state}) for form in ("", ".csv")),
        *((f"/pledges{form}", {"state": held.state}) for form in ("", ".csv")),
        *((f"/shifts{form}", {"state": held.state}) for form in ("", ".csv")),
        *((f"/pledges{form}", {"donor": held.donor}) for form in ("", ".csv")),
        *((f"/pledges{form}", {"request_id": held.request}) for form in ("", ".csv")),
        *((f"/shifts{form}", {"donor": held.donor}) for form in ("", ".csv")),
        *((f"/states/{party}/history{form}", {}) for party in (held.state, held.donor) for form in ("", ".csv")),
        *((f"/states/{party}", {}) for party in (held.state, held.donor)),
        *((f"/explanations{form}", {"state": held.state, "donor": held.donor}) for form in ("", ".csv")),
        *((f"/states{form}", {"limit": 200, "after": held.state[:2]}) for form in ("", ".csv")),
        *((f"/events{form}", {"limit": 200, "after": _before(caller, held)}) for form in ("", ".csv")),
    ]  # fmt: skip
    texts = []
    for address, given in addresses:
        answer = caller.read(address, **given, **asked)
        assert answer.status_code == 200, (address, answer.text)
        texts.append(answer.text)
    return "\n".join(texts)


def _before(caller: Caller, held: Held) -> int:
    (first,) = caller.items("/states/" + held.state + "/history", kind="request.submitted")
    return int(first["position"]) - 1


def _traces(held: Held) -> tuple[str, ...]:
    return (held.pledge, held.shift, *held.events, SECRET, "731.00", "31.00", "730.00")


def test_it_is_nowhere(held: Held, someone: Callable[..., Caller]) -> None:
    """Not for the public, readers, its recipient or another donor: no id, figure, word or name in any answer."""
    recipient = someone("state", held.state)
    callers = [someone(None), someone("reader"), recipient, someone("donor", "XBB")]
    asked: list[tuple[Caller, dict[str, str]]] = [(caller, {}) for caller in callers]
    asked += [(recipient, {"as_of": "2999-01-01"}), (recipient, {"known_at": "2999-01-01"})]
    for caller, moment in asked:
        text = _everywhere(caller, held, **moment)
        assert not [trace for trace in _traces(held) if trace in text]
        told = caller.get("/pledges", state=held.state, **moment)
        assert (told["totals"]["pledges"], told["totals"]["pledged"], told["totals"]["paid"]) == (0, [], [])
        directory = {
            row["id"]: row["facts"] for row in caller.items("/states", limit=200, after=held.state[:2], **moment)
        }
        assert held.donor not in directory
        assert directory[held.state] == 1


def test_it_is_there_for_its_donor_and_the_coordinators(held: Held, someone: Callable[..., Caller]) -> None:
    """Whoever recorded it, the Coordinators and the auditors see all of it, in totals too."""
    for caller in (someone("donor", held.donor), someone("coordinator"), someone("auditor")):
        text = _everywhere(caller, held)
        assert not [trace for trace in _traces(held) if trace not in text]
        totals = caller.get("/pledges", state=held.state)["totals"]
        assert (totals["pledged"], totals["committed"]) == ([EURO | {"amount": "730.00"}],) * 2


def test_nothing_of_it_can_be_named(held: Held, someone: Callable[..., Caller]) -> None:
    """Each of its events and its own addresses are not found by its recipient."""
    recipient = someone("state", held.state)
    for address in (f"/pledges/{held.pledge}", f"/shifts/{held.shift}", *(f"/events/{each}" for each in held.events)):
        refused(recipient.read(address), 404)
    refused(recipient.say("report-receipt", pledge_id=held.pledge), 404, "pledge_id")


@pytest.mark.parametrize("circle", ["states_parties", "public"])
def test_once_announced_it_is_there(held: Held, circle: str, someone: Callable[..., Caller]) -> None:
    """With all that belongs to it, for the circle it was announced to; before that moment it stays hidden."""
    said = {"about": held.pledge, "visibility": circle, "why": "Announced at the conference."}
    someone("donor", held.donor).record("change-visibility", **said)
    recipient, public = someone("state", held.state), someone(None)

    text = _everywhere(recipient, held)
    assert not [trace for trace in _traces(held) if trace not in text]
    assert recipient.get(f"/pledges/{held.pledge}")["visibility"] == circle
    if circle == "public":
        assert held.pledge in public.read("/pledges", state=held.state).text
    else:
        refused(public.read(f"/pledges/{held.pledge}"), 404)
    assert recipient.items("/pledges", state=held.state, known_at=held.last_heard) == []
    refused(recipient.read(f"/pledges/{held.pledge}", known_at=held.last_heard), 404)


def test_held_back_again_it_is_gone_again(held: Held, office: Caller, someone: Callable[..., Caller]) -> None:
    """Narrowed after it was announced, also for the time when it could be seen."""
    announced = office.record("change-visibility", about=held.pledge, visibility="public", why="Announced.")
    office.record("change-visibility", about=held.pledge, visibility="coordinators", why="Too early.")
    for asked in ({}, {"known_at": announced["recorded_at"]}):
        assert someone("state", held.state).items("/pledges", state=held.state, **asked) == []


def test_its_recipient_cannot_announce_it(held: Held, someone: Callable[..., Caller]) -> None:
    """What it cannot see it cannot name."""
    said = {"about": held.pledge, "visibility": "public", "why": "We heard."}
    refused(someone("state", held.state).say("change-visibility", **said), 404, "about")
