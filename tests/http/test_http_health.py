"""Alive and ready, and honest about it when the views or the database fail."""

import resource
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from outside.caller import Caller, refused
from outside.server import Server, serving

DONOR, STATE = "XBB", "XAA"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that is mistreated."""
    with serving(tmp_path_factory.mktemp("health")) as running:
        yield running


@pytest.fixture
def office(server: Server) -> Caller:
    """Coordinators with a token that has been used before."""
    caller = server.caller("coordinator")
    caller.record("make-pledge", donor=DONOR, state=STATE)
    assert caller.read("/pledges").status_code == 200
    return caller


def test_alive(server: Server) -> None:
    """`/healthz` answers, and nobody keeps the answer."""
    answer = server.http.get("/healthz")
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")


def test_ready(server: Server, office: Caller) -> None:
    """`/readyz` says how far the views are behind the log; it names nobody and nothing."""
    answer = server.http.get("/readyz")
    assert (answer.status_code, answer.json()["status"]) == (200, "ready")
    assert answer.json()["checks"]["views"]["behind"] == 0
    for word in (DONOR, STATE, "token", str(server.ica.folder)):
        assert word not in answer.text


def test_a_full_disk(server: Server, office: Caller) -> None:
    """503 with Retry-After and nothing recorded; reading goes on; with room again, so does recording, same key."""
    before = server.log_size()
    _, hard = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)
    said = {"donor": DONOR, "state": STATE, "note": "x" * 9000}
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (0, hard))
    try:
        answer = office.say("make-pledge", key="full", **said)
        refused(answer, 503)
        assert int(answer.headers["retry-after"]) >= 1
        assert office.read("/pledges").status_code == 200
        assert server.http.get("/healthz").status_code == 200
        assert server.log_size() == before
    finally:
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, hard))

    made = office.say("make-pledge", key="full", **said)
    assert made.status_code == 201, made.text
    assert office.get(f"/pledges/{made.json()['id']}")["note"] == said["note"]
    assert server.log_size() == before + 1
    assert server.http.get("/readyz").status_code == 200


def test_a_disk_that_fills_amid_many_commands(server: Server, office: Caller) -> None:
    """What was acknowledged is there, what was refused is not, and nothing answers 500."""
    before = server.log_size()
    _, hard = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)
    wal = Path(f"{server.ica.database}-wal")
    room = max(wal.stat().st_size, server.ica.database.stat().st_size) + 300_000
    text = "x" * 9000

    def say(number: int) -> int:
        lines = [{"line": text, "money": {"amount": "1", "currency": "EUR"}}] * 20
        answer = office.say(
            "submit-request", key=f"many {number}", state=STATE, article=4, nature=["legal"], need="x", budget=lines
        )
        return answer.status_code

    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (room, hard))
    try:
        with ThreadPoolExecutor(20) as pool:
            answers = list(pool.map(say, range(40)))
    finally:
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, hard))

    assert set(answers) <= {201, 503}
    assert 503 in answers
    assert server.log_size() == before + answers.count(201)
    again = [say(number) for number in range(40)]
    assert again.count(503) <= 1  # a connection that met the full disk may be the first to be used again
    assert [say(number) for number in range(40) if again[number] == 503] == [201] * again.count(503)
    assert again.count(200) == answers.count(201)


def test_another_process_that_writes_for_long(server: Server, office: Caller) -> None:
    """While somebody else holds the write lock, reading goes on at once, also with a token never used before."""
    fresh = [server.caller("reader") for _ in range(3)]
    with closing(sqlite3.connect(server.ica.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        server.http.timeout = 4.0
        try:
            for caller in (office, *fresh):
                assert caller.read("/pledges").status_code == 200
                assert caller.read("/pledges", as_of="2999-01-01").status_code == 200
            assert server.http.get("/readyz").status_code == 200
            with ThreadPoolExecutor(1) as pool:
                late = pool.submit(office.say, "make-pledge", donor=DONOR, state=STATE)
                assert office.read("/requests").status_code == 200
                other.execute("ROLLBACK")
                assert late.result().status_code == 201
        finally:
            server.http.timeout = 15.0


def test_views_that_fail(server: Server, office: Caller) -> None:
    """Not ready, and 503 for what cannot be read; recording goes on. `ica rebuild` mends it beside the server."""
    with closing(sqlite3.connect(server.ica.database)) as other:
        other.execute("DROP TABLE shifts")
    shift = office.record("shift-support", donor=DONOR, state="XAC", direction="cut", unexplained=True)

    refused(office.read("/shifts", wait=shift["position"]), 503, "wait")
    refused(office.read("/shifts", wait=0), 503)
    answer = server.http.get("/readyz")
    assert (answer.status_code, answer.json()["status"]) == (503, "not ready")
    assert "shifts" not in answer.text
    assert server.http.get("/healthz").status_code == 200

    server.ica.done("rebuild")
    assert [item["id"] for item in office.items("/shifts", state="XAC")] == [shift["id"]]
    assert server.http.get("/readyz").status_code == 200


def test_a_database_that_is_gone(server: Server, office: Caller) -> None:
    """Not ready, and recording answers 503 rather than into nowhere; once it is back, all goes on."""
    away = [(path, path.with_name(f"away{path.name}")) for path in server.ica.folder.glob("record.db*")]
    before = server.log_size()
    for path, hidden in away:
        path.rename(hidden)
    try:
        refused(office.say("make-pledge", key="gone", donor=DONOR, state=STATE), 503)
        assert server.http.get("/readyz").status_code == 503
        assert server.http.get("/healthz").status_code == 200
        assert not server.ica.database.exists()
    finally:
        for path, hidden in away:
            hidden.rename(path)
    assert server.log_size() == before
    assert office.say("make-pledge", key="gone", donor=DONOR, state=STATE).status_code == 201
    assert server.http.get("/readyz").status_code == 200
