"""Who may record what: decided before anything else is looked at."""

from collections.abc import Callable
from typing import Any

import pytest
from outside.caller import Caller, refused
from outside.server import Server, fresh_state

STATES_OWN = {
    "submit-request", "amend-request", "settle-request", "withdraw-request", "file-article7-report", "report-receipt",
    "ask-explanation", "shift-support", "explain-shift", "record-contact", "correct", "change-visibility",
}  # fmt: skip
DONORS_OWN = {
    "make-pledge", "commit-pledge", "disburse-pledge", "reverse-payment", "reverse-commitment", "shift-support",
    "explain-shift", "record-contact", "correct", "change-visibility",
}  # fmt: skip
COORDINATORS_ONLY = {"record-rate", "register-organisation"}
ALL = sorted(STATES_OWN | DONORS_OWN | COORDINATORS_ONLY)
MAY = {
    "reader": set[str](),
    "auditor": set[str](),
    "admin": set[str](),
    "state": STATES_OWN,
    "donor": DONORS_OWN,
    "coordinator": set(ALL),
}
EURO = {"amount": "5.00", "currency": "EUR"}


@pytest.fixture(scope="module")
def holders(server: Server) -> dict[str, Caller]:
    """One holder of each role."""
    speaking = {"state": (fresh_state(),), "donor": (fresh_state(),)}
    return {role: server.caller(role, *speaking.get(role, ())) for role in MAY}


@pytest.mark.parametrize("role", MAY)
@pytest.mark.parametrize("name", ALL)
def test_a_role_may_or_may_not(name: str, role: str, holders: dict[str, Caller], server: Server) -> None:
    """403 naming no field where a role never may, whatever the body; else what the empty body lacks is named."""
    before = server.log_size()
    answer = holders[role].say(name)

    if name in MAY[role]:
        assert answer.status_code == 422, answer.text
        assert answer.json()["errors"]
    else:
        refused(answer, 403)
    assert server.log_size() == before


OTHERS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "request": ("state", "submit-request", {"state": "XAB", "article": 4, "nature": ["legal"], "need": "Help."}),
    "report": (
        "state", "file-article7-report", {"state": "XAB", "kind": "annual", "year": 2020, "filed_on": "2021-04-30"}
    ),
    "shift by a State": (
        "state", "shift-support", {"donor": "XBB", "state": "XAB", "direction": "cut", "unexplained": True}
    ),
    "contact by a State": (
        "state", "record-contact", {"donor": "XBB", "state": "XAB", "kind": "letter", "on": "2025-01-01"}
    ),
    "pledge": ("donor", "make-pledge", {"donor": "XBB", "state": "XAB", "money": EURO}),
    "shift by a donor": (
        "donor", "shift-support", {"donor": "XBB", "state": "XAB", "direction": "cut", "unexplained": True}
    ),
    "contact by a donor": (
        "donor", "record-contact", {"donor": "XBB", "state": "XAB", "kind": "letter", "on": "2025-01-01"}
    ),
}  # fmt: skip


@pytest.mark.parametrize(("role", "name", "body"), OTHERS.values(), ids=OTHERS)
def test_others_affairs_are_refused_before_what_is_wrong(
    role: str, name: str, body: dict[str, Any], holders: dict[str, Caller]
) -> None:
    """A State or donor speaks for itself alone: 403, and still 403 where fields of the body are wrong too."""
    refused(holders[role].say(name, **body), 403)
    refused(holders[role].say(name, **body | {"note": 5, "colour": "red"}), 403)


def test_what_is_said_is_ones_own_word(someone: Callable[..., Caller], state: str, donor: str) -> None:
    """`reported_by` is the State or donor that speaks; readers see role and organisation, auditors the token."""
    recipient, giver = someone("state", state, label="capital"), someone("donor", donor)
    request = recipient.record("submit-request", state=state, article=4, nature=["legal"], need="Help.")
    giver.record("make-pledge", donor=donor, state=state, money=EURO)

    asked = someone("reader").get(f"/requests/{request['id']}")
    assert (asked["reported_by"], asked["recorded_by"]) == (state, f"state {state}")
    audited = someone("auditor").get(f"/requests/{request['id']}")
    assert audited["recorded_by"].startswith("token:")
    assert audited["recorded_by"].endswith(":capital")
    (pledge,) = someone("reader").items("/pledges", state=state)
    assert (pledge["reported_by"], pledge["recorded_by"]) == (donor, f"donor {donor}")


@pytest.mark.parametrize("role", ["state", "donor"])
def test_nobody_puts_words_into_anothers_mouth(
    role: str, someone: Callable[..., Caller], server: Server, state: str, donor: str
) -> None:
    """`reported_by` somebody else: 403 naming it; the Coordinators record whose word it is."""
    before = server.log_size()
    said = {"donor": donor, "state": state, "direction": "cut", "unexplained": True}
    speaker, other = (state, donor) if role == "state" else (donor, state)
    caller = someone(role, speaker)
    before = server.log_size()

    refused(caller.say("shift-support", **said, reported_by=other), 403, "reported_by")
    refused(caller.say("shift-support", **said, reported_by="EU"), 403, "reported_by")
    assert server.log_size() == before
    caller.record("shift-support", **said, reported_by=speaker)
    someone("coordinator").record("shift-support", **said, reported_by=other)


def test_a_token_may_speak_for_several_states(someone: Callable[..., Caller], state: str, donor: str) -> None:
    """Each command is then the word of the State that it is about."""
    caller = someone("state", state, donor)
    for code in (state, donor):
        made = caller.record("submit-request", state=code, article=9, nature=["legal"], need="A law.")
        assert caller.get(f"/requests/{made['id']}")["reported_by"] == code


def test_a_pledge_belongs_to_its_donor(office: Caller, someone: Callable[..., Caller], state: str, donor: str) -> None:
    """Its donor commits, pays and reverses; another donor may not, though it sees the pledge."""
    pledge = office.record("make-pledge", donor=donor, state=state, money=EURO)["id"]
    owner, stranger = someone("donor", donor), someone("donor", fresh_state())

    for name in ("commit-pledge", "disburse-pledge"):
        refused(stranger.say(name, pledge_id=pledge, money=EURO), 403)
        owner.record(name, pledge_id=pledge, money=EURO)
    for name in ("reverse-payment", "reverse-commitment"):
        refused(stranger.say(name, pledge_id=pledge, money=EURO, why="Returned."), 403)
        owner.record(name, pledge_id=pledge, money=EURO, why="Returned.")


def test_a_recipient_reports_what_arrived(
    office: Caller, someone: Callable[..., Caller], state: str, donor: str
) -> None:
    """The State that a pledge is for reports receipt; its donor and other States do not."""
    pledge = office.record("make-pledge", donor=donor, state=state, money=EURO)["id"]

    refused(someone("donor", donor).say("report-receipt", pledge_id=pledge, money=EURO), 403)
    refused(someone("state", donor).say("report-receipt", pledge_id=pledge, money=EURO), 403)
    someone("state", state).record("report-receipt", pledge_id=pledge, money=EURO)
    assert office.get(f"/pledges/{pledge}")["received"] == [EURO]


def test_a_state_amends_and_withdraws_its_own_request(
    office: Caller, someone: Callable[..., Caller], state: str, donor: str
) -> None:
    """Its own, also where the Coordinators recorded it; another State's it may not touch."""
    request = office.record("submit-request", state=state, article=4, nature=["legal"], need="Help.")["id"]
    owner, stranger = someone("state", state), someone("state", donor)
    steps: list[tuple[str, dict[str, Any]]] = [
        ("amend-request", {"need": "More help."}),
        ("settle-request", {"status": "partly_met"}),
        ("withdraw-request", {"why": "Done by ourselves."}),
    ]
    for name, body in steps:
        refused(stranger.say(name, request_id=request, **body), 403)
        owner.record(name, request_id=request, **body)
    assert owner.get(f"/requests/{request}")["status"] == "withdrawn"


def test_one_corrects_what_one_recorded(office: Caller, someone: Callable[..., Caller], state: str, donor: str) -> None:
    """A State mends its own word, not the Coordinators'."""
    owner = someone("state", state)
    said = {"state": state, "article": 4, "nature": ["legal"], "need": "Help."}
    own, theirs = owner.record("submit-request", **said), office.record("submit-request", **said)
    change = {"changes": {"need": "More help."}, "why": "A slip."}

    owner.record("correct", event_id=own["event_ids"][0], **change)
    refused(owner.say("correct", event_id=theirs["event_ids"][0], **change), 403)
    refused(someone("state", donor).say("correct", event_id=own["event_ids"][0], **change), 403)
