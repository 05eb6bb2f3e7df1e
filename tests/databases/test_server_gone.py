"""PostgreSQL may go, be full or only be read for a while: that is said in words, and passes without a restart."""

import time
from contextlib import contextmanager, suppress

import psycopg
import pytest
from builders import Clock, a_request, open_record
from sqlalchemy import text

from adapters.event_store import postgres_datastore
from adapters.event_store.postgres_problems import NotStorable, in_our_words
from domain.errors import RecordUnavailable
from projections.audience import STATES_PARTIES

from .looking import run
from .server import OWNER, running_server


@pytest.fixture(scope="module")
def server():
    """A server of this module's own, which may be crashed."""
    with running_server() as running:
        yield running


@pytest.fixture
def name(server):
    """A fresh database."""
    name = server.new()
    yield name
    server.drop(name)


@pytest.fixture
def record(server, name):
    """A record whose views follow the log."""
    kept = open_record(server.address(name), Clock())
    kept.projector.start()
    yield kept
    kept.close()


@pytest.fixture
def hang_up(server, name):
    """Ends every connection to the database from the server's side."""
    return lambda: server.run(
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND pid <> pg_backend_pid()"
    )


@contextmanager
def crashed(server):
    """The server is gone, and comes back."""
    server.crash()
    try:
        yield
    finally:
        server.start()


def until(happened):
    """Waits for what must happen soon."""
    last = time.monotonic() + 10
    while not happened():
        assert time.monotonic() < last
        time.sleep(0.01)


def seen(record, position):
    """What the views show once they have come so far."""
    assert record.projector.wait_for(position, 10)
    return len(record.requests(STATES_PARTIES))


def test_while_it_is_gone_every_door_says_so(server, record):
    """Writing, looking up and reading raise RecordUnavailable, at once; what was recorded before is there again."""
    record.writer.handle(a_request())
    with crashed(server):
        began = time.monotonic()
        for ask in (
            lambda: record.writer.handle(a_request()),
            record.recorder.last_position,
            record.queries.position,
            lambda: record.requests(STATES_PARTIES),
        ):
            with pytest.raises(RecordUnavailable):
                ask()
        assert time.monotonic() - began < 20

    assert record.recorder.last_position() == 1


def test_once_it_is_back_all_goes_on(server, record):
    """Nothing is opened anew by hand: writer, projector and listener find their way back."""
    record.writer.handle(a_request())
    with crashed(server):
        pass

    receipt = record.writer.handle(a_request())
    assert (receipt.position, seen(record, 2)) == (2, 2)
    until(lambda: record.projector.failure is None)


def test_connections_that_were_ended_are_not_noticed(record, hang_up):
    """A connection is tried before it is used."""
    record.writer.handle(a_request())
    assert seen(record, 1) == 1
    hang_up()

    assert record.writer.handle(a_request()).position == 2
    assert seen(record, 2) == 2


def test_a_transaction_that_loses_its_connection_keeps_nothing(record, hang_up):
    """The batch is told that nothing was recorded, and that is so."""
    with pytest.raises(RecordUnavailable):
        lose_the_connection(record, hang_up)

    assert record.recorder.last_position() == 0
    assert record.writer.handle(a_request()).position == 1


def lose_the_connection(record, hang_up):
    """Two commands in one transaction, and the connection ends between them."""
    with record.datastore.shared():
        record.coordination.handle(a_request())
        hang_up()
        with record.datastore.attempt():
            record.coordination.handle(a_request())


def test_whoever_waits_too_long_for_another_writer_is_told(server, name, record, monkeypatch):
    """A transaction that does not end holds up the others, but not without end."""
    monkeypatch.setattr(postgres_datastore, "_BEGIN", postgres_datastore._BEGIN.replace("'10s'", "'100ms'"))
    with psycopg.connect(server.address(name)) as other:
        other.execute(f"SELECT pg_advisory_lock({postgres_datastore.LOCKS}, {postgres_datastore.LOG})")
        with pytest.raises(RecordUnavailable, match="lock timeout"):
            record.writer.handle(a_request())

    assert record.writer.handle(a_request()).position == 1


def test_a_database_that_may_only_be_read(server, name, record, hang_up):
    """As a standby is, or one whose administrator saves what is left of the disk: it is read, and not written."""
    server.run(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    hang_up()
    with pytest.raises(RecordUnavailable, match="read-only"):
        record.writer.handle(a_request())
    assert record.recorder.last_position() == 0

    server.run(f"ALTER DATABASE {name} RESET default_transaction_read_only")
    hang_up()
    assert record.writer.handle(a_request()).position == 1


def test_a_commit_is_on_disk_before_it_is_answered(server, name, record, hang_up):
    """Whatever an administrator set for the database: an answer means that a power cut does not take it back."""
    server.run(f"ALTER DATABASE {name} SET synchronous_commit = off")
    hang_up()
    with record.datastore.shared():
        assert run(record, "SELECT current_setting('synchronous_commit') AS now")[0]["now"] == "on"


def test_a_failed_transaction_is_not_taken_for_a_commit(record):
    """PostgreSQL answers the commit of a transaction in which a statement failed without an error."""
    with pytest.raises(RecordUnavailable, match="failed before its end"):
        swallow_a_failure(record)

    assert record.recorder.last_position() == 0


def swallow_a_failure(record):
    """A statement fails inside the transaction, and somebody looks away."""
    with record.datastore.shared():
        record.coordination.handle(a_request())
        with suppress(NotStorable), record.datastore.transaction(commit=False) as c:
            c.execute("SELECT 1 / 0")


def test_a_service_whose_connections_are_all_taken(record):
    """Whoever finds none free is told so after a while."""
    pool, taken = record.datastore.engine.pool, []
    pool._timeout = 0.05
    with pytest.raises(RecordUnavailable, match="no connection free"):
        taken.extend(iter(pool.connect, None))
    with pytest.raises(RecordUnavailable, match="no connection free"):
        record.recorder.last_position()

    for connection in taken:
        connection.close()
    assert record.recorder.last_position() == 0


def test_what_cannot_be_stored_is_refused(record):
    """A character that PostgreSQL does not hold is no failure of the server."""
    with pytest.raises(NotStorable):
        record.recorder.streams("\x00")
    with record.engine.connect() as connection, pytest.raises(NotStorable):
        connection.execute(text("SELECT CAST(:answer AS text)"), {"answer": "\x00"})


def test_what_the_server_says_is_translated():
    """Full, overrun, shutting down: all are one thing to whoever recorded; broken rules stay what they are."""
    errors = psycopg.errors
    for kind in (errors.DiskFull, errors.TooManyConnections, errors.AdminShutdown, errors.CannotConnectNow):
        assert isinstance(in_our_words(kind("no.\nDETAIL: more")), RecordUnavailable)
    for kind in (errors.UniqueViolation, errors.UndefinedTable):
        assert isinstance(in_our_words(kind("no")), kind)


def test_nobody_is_told_a_password():
    """What is said of a server that does not answer goes to callers and logs."""
    with pytest.raises(RecordUnavailable) as told:
        open_record(f"postgresql://{OWNER}:hidden@127.0.0.1:1/nowhere", Clock())

    assert "hidden" not in str(told.value)
