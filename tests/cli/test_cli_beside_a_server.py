"""The command line beside a running server: each sees at once what the other wrote, and nothing is lost."""

import json
import sqlite3
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from outside.command_line import ICA
from outside.server import Server, serving

from adapters.demonstration import PATH

VIEWS = ("events", "state_history", "requests", "pledges", "shifts", "rates")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on a record of its own; each test speaks about other States."""
    with serving(tmp_path_factory.mktemp("beside")) as running:
        yield running


def test_reading_does_not_wait_for_who_writes(server: Server) -> None:
    """While another process holds the write lock, `ica history` and `ica export` answer at once."""
    server.caller("coordinator").record("make-pledge", donor="XBB", state="XSG")
    server.ica.done("history", "XSG")
    with closing(sqlite3.connect(server.ica.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        assert len(server.ica.done("history", "XSG").out.splitlines()) == 1
        assert server.ica.log()[-1]["recipient"] == "XSG"
        assert time.monotonic() - began < 9
        other.execute("ROLLBACK")


def _lines(count: int, prefix: str) -> str:
    pledge = {"command": "make-pledge", "donor": "XBB", "state": "XSC"}
    return "\n".join(json.dumps(pledge | {"id": f"{prefix} {number}"}) for number in range(count))


def test_a_write_of_the_command_line_is_seen_within_a_second(server: Server) -> None:
    """Without a restart, on a read that waits for its position."""
    reader = server.caller("reader")
    assert reader.items("/pledges", state="XSA") == []
    receipt = json.loads(server.ica.done("do", "make-pledge", "--donor", "XBB", "--state", "XSA").out)
    began = time.monotonic()
    listed = reader.items("/pledges", state="XSA", wait=receipt["position"])
    assert time.monotonic() - began < 2
    assert [item["id"] for item in listed] == [receipt["id"]]


def test_a_write_of_the_server_is_seen_by_the_command_line(server: Server) -> None:
    """At once: `ica history` brings the views up itself."""
    server.caller("coordinator").record("make-pledge", donor="XBB", state="XSB")
    assert len(server.ica.done("history", "XSB").out.splitlines()) == 1


def test_both_write_as_fast_as_they_can(server: Server) -> None:
    """For two seconds: every write is taken once, every read answered, nothing is lost, nothing answers 500."""
    office, reader = server.caller("coordinator"), server.caller("reader")
    enough = threading.Event()
    statuses: list[int] = []
    made: list[str] = []

    def write() -> None:
        while not enough.is_set():
            answer = office.say("make-pledge", donor="XBB", state="XSC")
            statuses.append(answer.status_code)
            made.append(answer.json().get("id", ""))

    def read() -> None:
        while not enough.is_set():
            statuses.append(reader.read("/pledges", limit=1, wait=0).status_code)
            statuses.append(reader.read("/states/XSC/history", limit=1, as_of="2020-01-01", wait=0).status_code)

    threads = [threading.Thread(target=each) for each in (write, write, read)]
    (server.ica.folder / "many.jsonl").write_text(_lines(1200, "cli"))
    for thread in threads:
        thread.start()
    began = time.monotonic()
    try:
        outcome = server.ica.done("import", "commands", "many.jsonl")
        while time.monotonic() - began < 2:
            server.ica.done("do", "make-pledge", "--donor", "XBB", "--state", "XSD")
    finally:
        enough.set()
        for thread in threads:
            thread.join()

    assert outcome.out.startswith("1,200 lines taken, 0 skipped, 0 refused")
    assert set(statuses) == {200, 201}
    log = server.ica.log()
    assert [event["position"] for event in log] == list(range(1, len(log) + 1))
    told = {event["refs"]["pledge_id"] for event in log if event["recipient"] == "XSC"}
    assert set(made) <= told
    assert len(made) == len(set(made)) > 3
    assert len(told) == 1200 + len(made)
    last = office.record("make-pledge", donor="XBB", state="XSE")
    assert reader.get("/pledges", state="XSC", wait=last["position"])["totals"]["pledges"] == 1200 + len(made)


def _views(server: Server) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every view, as stored."""
    with closing(sqlite3.connect(server.ica.database)) as connection:
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in VIEWS}


@pytest.fixture(scope="module")
def rich(server: Server) -> Server:
    """A record with some of everything, from the demonstration."""
    server.ica.done("import", "commands", PATH)
    server.caller("auditor")
    server.caller("reader").get("/pledges", wait=server.log_size())
    return server


@pytest.mark.parametrize("view", [None, "events", "shifts"])
def test_rebuilt_views_are_equal(view: str | None, rich: Server) -> None:
    """All, or one: byte for byte what they were, beside the running server."""
    before = _views(rich)
    assert all(before.values())
    with closing(sqlite3.connect(rich.ica.database)) as connection:
        for name in (view,) if view else VIEWS:
            connection.execute(f"DELETE FROM {name}")
        connection.commit()
    rich.ica.done("rebuild", *([view] if view else []))
    assert _views(rich) == before


def test_rebuilding_while_others_write_and_read(rich: Server) -> None:
    """Readers and writers notice nothing; what they wrote meanwhile is in the views that result."""
    office, reader = rich.caller("coordinator"), rich.caller("reader")
    enough = threading.Event()
    statuses: list[int] = []

    def use() -> None:
        while not enough.is_set():
            made = office.say("make-pledge", donor="XBB", state="XSF")
            statuses.append(made.status_code)
            if made.status_code == 201:
                answer = reader.read(f"/pledges/{made.json()['id']}")
                statuses.append(answer.status_code)
            statuses.append(reader.read("/states/XSF/history").status_code)

    user = threading.Thread(target=use)
    user.start()
    try:
        rebuilding = subprocess.run(
            [ICA, "rebuild"], env=rich.ica.environment(), cwd=rich.ica.folder, capture_output=True, check=False
        )
        assert rebuilding.returncode == 0, rebuilding.stderr
    finally:
        enough.set()
        user.join()
    assert set(statuses) == {200, 201}
    reader.get("/pledges", wait=rich.log_size())
    live = _views(rich)
    rich.ica.done("rebuild")
    rebuilt = _views(rich)
    for name in VIEWS:
        assert rebuilt[name] == live[name], name
    assert rich.http.get("/readyz").json()["checks"]["views"]["behind"] == 0
