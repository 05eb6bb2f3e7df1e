"""Every command has one documented operation whose example is taken as it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from databases import Databases
from outside.caller import Caller, refused
from outside.server import serving

IN_ORDER = {
    "submit-request": "northern-districts",
    "amend-request": None,
    "settle-request": None,
    "make-pledge": "multi-year-clearance",
    "commit-pledge": None,
    "disburse-pledge": "first-payment",
    "report-receipt": None,
    "reverse-payment": None,
    "reverse-commitment": None,
    "shift-support": "spring-cut",
    "ask-explanation": None,
    "explain-shift": None,
    "correct": None,
    "change-visibility": None,
    "record-contact": None,
    "file-article7-report": None,
    "record-rate": None,
    "register-organisation": None,
    "withdraw-request": None,
    "record-signature": None,
    "record-accession": None,
    "declare-obligation": None,
    "report-progress": None,
    "assess-obligation": None,
    "request-extension": None,
    "decide-extension": None,
    "fulfil-obligation": None,
    "record-coverage": None,
    "schedule-meeting": "spring-meeting",
    "move-meeting": None,
    "hold-meeting": None,
    "record-statement": None,
    "record-outcome": "seek-partners",
    "record-recommendation": None,
    "approve-summary": None,
    "set-route": None,
    "carry-forward": None,
    "close-outcome": None,
    "record-withdrawal": None,
    "adopt-plan": "completion-plan",
    "report-challenge": None,
    "share-practice": None,
    "publish-profile": None,
    "form-coalition": "northern-coalition",
    "join-coalition": None,
    "leave-coalition": None,
    "dispute": None,
    "close-coalition": None,
}
"""Each command of this slice, after those it refers to, with the key by which the others name it."""
OF_REMINDERS = {"acknowledge-reminder", "snooze-reminder"}
"""These name a reminder, which only the service itself sends."""
CREATING = {
    "file-article7-report", "make-pledge", "record-contact", "record-rate", "register-organisation", "submit-request",
    "record-signature", "record-accession", "record-withdrawal", "declare-obligation", "record-coverage",
    "schedule-meeting", "set-route", "adopt-plan", "report-challenge", "share-practice", "publish-profile",
    "form-coalition",
}  # fmt: skip


@pytest.fixture(scope="module")
def described(public: Caller) -> dict[str, Any]:
    """What the service says of its commands."""
    paths = public.http.get("/api/v1/openapi.json").json()["paths"]
    prefix = "/api/v1/commands/"
    return {path.removeprefix(prefix): said for path, said in paths.items() if path.startswith(prefix)}


@pytest.fixture(scope="module")
def examples(described: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The example body of each command."""
    bodies = {name: said["post"]["requestBody"]["content"]["application/json"] for name, said in described.items()}
    return {name: body["example"] for name, body in bodies.items()}


@dataclass(frozen=True)
class Said:
    """A command said three times under one key: twice alike, then in other words."""

    first: httpx.Response
    again: httpx.Response
    other: httpx.Response


@pytest.fixture(scope="module")
def coordinator(storage: str, databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Caller]:
    """The Coordinators of a record of their own."""
    with databases.elsewhere(storage) as url, serving(tmp_path_factory.mktemp("examples"), url=url) as server:
        caller = server.caller("coordinator")
        caller.record("schedule-meeting", key="autumn-meeting", title="Autumn meeting", kind="joint", on="2025-10-01")
        yield caller


@pytest.fixture(scope="module")
def said(coordinator: Caller, examples: dict[str, dict[str, Any]]) -> dict[str, Said]:
    """Every example, said in order."""
    return {
        name: Said(
            coordinator.say(name, key=key or name, **examples[name]),
            coordinator.say(name, key=key or name, **examples[name]),
            coordinator.say(name, key=key or name, **examples[name], note="Other words."),
        )
        for name, key in IN_ORDER.items()
    }


def test_each_command_has_its_operation(described: dict[str, Any]) -> None:
    """One POST for each command of this slice, and none for what is administration."""
    assert set(described) == {*IN_ORDER, *OF_REMINDERS}
    assert all(set(said) == {"post"} for said in described.values())


@pytest.mark.parametrize("name", IN_ORDER)
def test_an_operation_says_what_it_takes_and_answers(name: str, described: dict[str, Any]) -> None:
    """Its id is the command's name; the key is required; every status of the contract is said."""
    said = described[name]["post"]
    headers = {each["name"]: each for each in said["parameters"] if each["in"] == "header"}
    schema = said["requestBody"]["content"]["application/json"]["schema"]

    assert said["operationId"] == name
    assert said["summary"]
    assert headers["Idempotency-Key"]["required"] is True
    assert ("If-Match" in headers) == (name not in CREATING)
    assert {"200", "201", "400", "401", "403", "404", "412", "413", "422", "503"} <= set(said["responses"])
    assert schema["additionalProperties"] is False
    assert set(schema["required"]) <= set(schema["properties"])
    assert {"occurred_on", "source", "reported_by", "visibility", "note"} <= set(schema["properties"])


@pytest.mark.parametrize("name", IN_ORDER)
def test_an_example_is_taken(name: str, said: dict[str, Said], coordinator: Caller) -> None:
    """201 with ids, version, position and time; the version is the ETag, and Location leads to what was recorded."""
    first = said[name].first
    assert first.status_code == 201, first.text
    receipt = first.json()

    assert set(receipt) == {"id", "event_ids", "version", "position", "recorded_at"}
    assert first.headers["etag"] == f'"{receipt["version"]}"'
    assert "idempotent-replay" not in first.headers
    assert coordinator.read(first.headers["location"].removeprefix("/api/v1")).status_code == 200
    for event_id in receipt["event_ids"]:
        assert coordinator.get(f"/events/{event_id}")["recorded_at"] == receipt["recorded_at"]


@pytest.mark.parametrize("name", IN_ORDER)
def test_an_example_said_again_is_replayed(name: str, said: dict[str, Said]) -> None:
    """The same key and body: 200, the same bytes, marked as a replay. Other words under that key: 422 naming it."""
    first, again, other = said[name].first, said[name].again, said[name].other

    assert (again.status_code, again.headers["idempotent-replay"]) == (200, "true")
    assert again.content == first.content
    assert [again.headers[name] for name in ("location", "etag")] == [
        first.headers[name] for name in ("location", "etag")
    ]
    refused(other, 422, "Idempotency-Key")


@pytest.mark.parametrize(
    ("name", "address"), [("submit-request", "requests"), ("make-pledge", "pledges"), ("shift-support", "shifts")]
)
def test_a_new_thing_is_found_at_its_own_address(
    name: str, address: str, said: dict[str, Said], coordinator: Caller
) -> None:
    """`id` is the new thing's own, and Location leads to it."""
    new_id = said[name].first.json()["id"]

    assert said[name].first.headers["location"] == f"/api/v1/{address}/{new_id}"
    assert coordinator.get(f"/{address}/{new_id}")["id"] == new_id


def test_an_organisation_is_registered_and_then_gives(office: Caller, state: str, donor: str) -> None:
    """What the record learns to name, later commands may name, also by its code; it then goes by its name."""
    name = f"Demining Fund {donor}"
    receipt = office.record("register-organisation", name=name, code=f"F{donor}")
    office.record("make-pledge", donor=name.lower(), state=state)
    office.record("make-pledge", donor=f"F{donor}", state=state)

    assert receipt["id"] == name
    assert [pledge["donor"] for pledge in office.items("/pledges", state=state)] == [name, name]


@pytest.mark.parametrize("name", ["create-token", "revoke-token", "link-person", "no-such-command"])
def test_other_names_are_not_found(name: str, office: Caller) -> None:
    """Administration has no door over HTTP, and what is no command answers alike."""
    unknown = office.say("no-such-command-at-all")
    answer = office.say(name, role="admin", digest="00")
    assert answer.status_code == unknown.status_code == 404
    assert answer.content == unknown.content
