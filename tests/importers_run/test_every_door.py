"""The same words by HTTP, command line and import are the same fact, but for who says it and when it was recorded."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from databases import KINDS, Databases
from outside.caller import Caller
from outside.server import Server, serving

WORDS: dict[str, dict[str, Any]] = {
    "submit-request": {
        "state": "Lao PDR",
        "article": "4",
        "nature": ["technical", "financial", "technical"],
        "need": "  Clear the north, then the south. ",
        "money": {"amount": "1200000", "currency": "USD"},
        "budget": [{"line": "Survey", "money": {"amount": "5.5", "currency": "EUR"}, "year": "2026"}],
        "national_investment": {"amount": "10", "currency": "LAK"},
        "from_on": "2026-01-01",
        "match_sought": "1:1",
        "source": {"kind": "letter", "ref": "NV 5", "url": "https://example.org/5"},
        "reported_by": "Laos",
        "visibility": "public",
        "note": "Heard at the 13MSP; “quoted”, إزالة.",
        "occurred_on": "2025-02-03",
    },
    "make-pledge": {
        "donor": "Norvège",
        "state": "XAA",
        "tranches": [{"year": 2025, "money": {"amount": "5", "currency": "NOK"}}],
        "earmarking": "softly",
        "channel": "un",
        "via": "European Union",
    },
    "shift-support": {
        "donor": "NOR",
        "state": "XAA",
        "direction": "cut",
        "money": {"amount": "1.00", "currency": "NOK"},
        "unexplained": True,
    },
    "record-contact": {"state": "XAA", "donor": "EU", "kind": "visit", "on": "2025-03-04", "text": "Saw the site."},
    "file-article7-report": {
        "state": "XAA", "kind": "annual", "year": 2023, "filed_on": "2024-04-30", "forms": {"F": "changed"},
    },
    "record-rate": {
        "currency": "NOK", "usd_rate": "0.094", "on": "2025-03-04", "source": {"kind": "other", "ref": "Norges Bank"},
    },
}  # fmt: skip
OWN = {"id", "event_id", "position", "recorded_at", "recorded_by", "proof", "refs", "clearance"}


@pytest.fixture(scope="module", params=KINDS)
def server(request: Any, databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server; the command line and imports write beside it."""
    with databases.elsewhere(request.param) as url, serving(tmp_path_factory.mktemp("doors"), url=url) as running:
        yield running


def _facts(server: Server, after: int) -> list[dict[str, Any]]:
    """What was recorded since, as auditors see it, without what is each event's own."""
    events = [event for event in server.ica.log() if event["position"] > after]
    for event in events:
        for name in ("shift_id", "opened_by_shift", "opened_pledge_id"):
            event["detail"].pop(name, None)
    return [{name: value for name, value in event.items() if name not in OWN} for event in events]


def _by_http(server: Server, name: str, body: dict[str, Any]) -> None:
    server.caller("coordinator").record(name, **body)


def _by_options(server: Server, name: str, body: dict[str, Any]) -> None:
    words = [part for field, value in body.items() for part in (f"--{field}", _option(value))]
    server.ica.done("do", name, *words)


def _option(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _by_json(server: Server, name: str, body: dict[str, Any]) -> None:
    server.ica.done("do", name, "--json", "-", stdin=json.dumps(body))


def _by_import(server: Server, name: str, body: dict[str, Any]) -> None:
    (server.ica.folder / "one.jsonl").write_text(json.dumps({"command": name, "id": f"one {name}"} | body))
    server.ica.done("import", "commands", "one.jsonl")


DOORS = (_by_http, _by_options, _by_json, _by_import)
VARIED: dict[str, tuple[str, tuple[Any, ...]]] = {
    "shift-support": ("state", ("XBH", "XBI", "XBJ", "XBK")),
    "file-article7-report": ("year", (2020, 2021, 2022, 2023)),
}
"""What can be said only once of a State or a year is said of another at each door."""


@pytest.mark.parametrize("name", WORDS)
def test_one_fact_by_every_door(name: str, server: Server) -> None:
    """By HTTP, by options, as JSON and as a line of a file: equal in every field but its own."""
    field, values = VARIED.get(name, ("", (None,) * len(DOORS)))
    told = []
    for door, value in zip(DOORS, values, strict=True):
        before = server.log_size()
        door(server, name, WORDS[name] | ({field: value} if field else {}))
        facts = [fact for fact in _facts(server, before) if not fact["kind"].startswith("token.")]
        told.append(json.dumps(facts).replace(str(value), "0"))

    assert len(json.loads(told[0])) == (2 if name == "shift-support" else 1)
    assert told == told[:1] * len(DOORS)


def test_names_become_codes(server: Server) -> None:
    """Whatever a State or donor was called, its code is on record."""
    request, pledge = (
        next(event for event in server.ica.log() if event["kind"] == kind)
        for kind in ("request.submitted", "pledge.made")
    )
    assert (request["recipient"], request["reported_by"]) == ("LAO", "LAO")
    assert (pledge["donor"], pledge["detail"]["via"]) == ("NOR", "EU")
    assert request["detail"]["need"] == "Clear the north, then the south."
    assert request["detail"]["nature"] == ["technical", "financial"]


def test_a_key_reaches_from_a_file_to_http(server: Server) -> None:
    """What was imported in a token's name is named by `key:` over HTTP by that token, and by no other."""
    caller = server.caller("coordinator", label="ledger")
    caller.record("make-pledge", donor="XBB", state="XAY")
    (actor,) = {event["recorded_by"] for event in server.ica.log() if event["recipient"] == "XAY"}
    assert actor.startswith("token:")
    pledge = {"command": "make-pledge", "id": "from the minutes", "donor": "XBB", "state": "XAZ"}
    (server.ica.folder / "minutes.jsonl").write_text(json.dumps(pledge))
    server.ica.done("import", "commands", "minutes.jsonl", "--as", actor)

    caller.record("commit-pledge", pledge_id="key:from the minutes")
    stranger = server.caller("coordinator").say("commit-pledge", pledge_id="key:from the minutes")
    assert stranger.status_code == 404
    (shown,) = caller.items("/pledges", state="XAZ")
    assert shown["version"] == 2


def test_one_key_of_one_actor_by_two_doors(server: Server) -> None:
    """The same key and body by import, command line and HTTP in one name: one fact, three times the same answer."""
    caller: Caller = server.caller("coordinator", label="twice")
    caller.record("make-pledge", donor="XBB", state="XBL")
    (actor,) = {event["recorded_by"] for event in server.ica.log() if event["recipient"] == "XBL"}
    body = {"donor": "XBB", "state": "XBM"}
    (server.ica.folder / "twice.jsonl").write_text(json.dumps({"command": "make-pledge", "id": "once"} | body))

    server.ica.done("import", "commands", "twice.jsonl", "--as", actor)
    by_line = server.ica.done(
        "do", "make-pledge", "--json", "-", "--key", "once", "--as", actor, stdin=json.dumps(body)
    )
    by_http = caller.say("make-pledge", key="once", **body)
    assert by_http.status_code == 200
    assert by_http.headers["idempotent-replay"] == "true"
    assert by_http.json() == json.loads(by_line.out)
    assert len(caller.items("/pledges", state="XBM")) == 1
