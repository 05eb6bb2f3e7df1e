"""Several web processes and a worker on one PostgreSQL database: one record, whichever is asked, whichever dies."""

import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

import httpx
import pytest
from builders import Clock, a_request, open_record
from outside.caller import Caller, refused
from outside.command_line import CommandLine
from outside.server import serving

from adapters.rebuild import VIEW_NAMES, rebuild

from .looking import run, view_rows
from .server import running_server

BODY = {"donor": "XBB", "state": "XAA"}
MANY = 60


@pytest.fixture
def url(databases):
    """A fresh database on the server."""
    with databases.fresh("postgresql") as address:
        yield address


@contextmanager
def working(folder, url):
    """`ica worker`, at work."""
    worker = CommandLine(folder, folder / "none.db", url).begin("worker", log=folder / "worker.log")
    assert "Following the log" in worker.stdout.readline()
    try:
        yield worker
    finally:
        worker.kill()


@pytest.fixture(scope="module")
def house(databases, tmp_path_factory):
    """Two servers and a worker on a database of their own."""
    folder = tmp_path_factory.mktemp("house")
    with databases.fresh("postgresql") as url, working(folder, url), ExitStack() as stack:
        yield [stack.enter_context(serving(folder, url=url)) for _ in range(2)]


@pytest.fixture
def callers(house):
    """A Coordinator who speaks to either, and waits for what was recorded at both."""
    token = house[0].token("coordinator")
    return [Caller(server.http, token, house[0].progress) for server in house]


def test_what_one_records_the_other_shows(callers):
    """Read at once, with `?wait`, from the one that did not record it; a token holds at both from the start."""
    for number in range(1, 21):
        receipt = callers[number % 2].record("make-pledge", donor="XBC", state="XAB")
        listed = callers[(number + 1) % 2].get("/pledges", state="XAB")
        assert len(listed["items"]) == number
        assert listed["position"] >= receipt["position"]


def test_a_key_holds_at_both(callers):
    """The same key at the other server is the same answer."""
    one, other = callers
    receipt = one.record("make-pledge", key="one key", donor="XBC", state="XAC")
    again = other.say("make-pledge", key="one key", donor="XBC", state="XAC")

    assert (again.status_code, again.headers["idempotent-replay"]) == (200, "true")
    assert again.json() == receipt


def test_a_server_killed_while_it_records(house, callers, tmp_path):
    """Whatever it acknowledged is at the others, under its key; what is sent again there is recorded once."""
    living, other = house[0], callers[0]
    with serving(tmp_path, url=living.ica.url) as dying:
        answers = recorded_until_killed(dying, Caller(dying.http, other.token))

    again = {number: other.say("make-pledge", key=f"key {number}", **BODY) for number in range(MANY)}
    assert {number: again[number].json() for number in answers} == answers
    assert {again[number].status_code for number in answers} == {200}
    assert len(other.items("/pledges", state="XAA", limit=200)) == MANY
    positions = [row["position"] for row in run(living.beside, "SELECT position FROM stored_events ORDER BY position")]
    assert positions == list(range(1, len(positions) + 1))


def recorded_until_killed(dying, caller):
    """What a server acknowledged of many commands, by their number, when it was killed in the midst of them."""
    answers, enough = {}, threading.Event()

    def say(number):
        try:
            answer = caller.say("make-pledge", key=f"key {number}", **BODY)
        except httpx.HTTPError:
            return
        assert answer.status_code == 201
        answers[number] = answer.json()
        if len(answers) == MANY // 3:
            enough.set()

    with ThreadPoolExecutor(8) as pool:
        sent = [pool.submit(say, number) for number in range(MANY)]
        assert enough.wait(30)
        dying.process.send_signal(signal.SIGKILL)
        for each in sent:
            each.result()
    return answers


def test_a_worker_killed_while_it_projects(tmp_path, url):
    """The next one goes on where the views are; they become what the log says."""
    record = open_record(url, Clock())
    for batch in range(2):
        with working(tmp_path, url) as worker:
            for _ in range(MANY):
                record.writer.handle(a_request())
            worker.send_signal(signal.SIGKILL)
            worker.wait()
        assert record.queries.position() <= MANY * (batch + 1)
    record.projector.catch_up()
    shown = view_rows(record.engine)
    assert record.queries.position() == MANY * 2
    rebuild(record, VIEW_NAMES, lambda batches: batches)
    assert view_rows(record.engine) == shown
    record.close()


def test_a_database_server_that_is_restarted(tmp_path):
    """503 with the time to wait, for whoever writes or reads; once it is back both go on, without a restart here."""
    with running_server() as database, serving(tmp_path, url=database.address(database.new())) as server:
        office = server.caller("coordinator")
        office.record("make-pledge", **BODY)
        assert len(office.items("/pledges")) == 1

        database.crash()
        for answer in (office.say("make-pledge", key="one", **BODY), office.read("/pledges", wait=0)):
            refused(answer, 503)
            assert answer.headers["retry-after"]
        assert server.http.get("/healthz").status_code == 200
        assert server.http.get("/readyz").status_code == 503

        database.start()
        assert office.say("make-pledge", key="one", **BODY).status_code == 201
        assert len(office.items("/pledges")) == 2
        assert server.http.get("/readyz").status_code == 200
