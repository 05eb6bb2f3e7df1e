"""What was acknowledged is on disk, and a database that cannot be used is said so."""

import sqlite3
from contextlib import ExitStack
from pathlib import Path
from threading import Barrier, Thread

import pytest
from builders import COORDINATOR, Clock, a_payment, a_pledge, a_request, open_record
from databases import ON_FILES
from together import batch

from adapters.event_store.datastore import DurablePool
from domain.errors import RecordUnavailable
from projections.audience import COORDINATORS

pytestmark = ON_FILES


def connections(record):
    """Every connection of the log that is open now."""
    pool = record.datastore.pool
    return [each._sqlite_conn for each in (*pool._pool, *pool._in_use.values())]


def test_every_connection_of_the_log_waits_for_the_disk(record):
    """With less, commits that were acknowledged are lost in a power cut."""
    at_once = Barrier(8)

    def look():
        with record.datastore.transaction(commit=False) as cursor:
            cursor.execute("PRAGMA synchronous")
            levels.append(cursor.fetchone()[0])
            at_once.wait()

    levels = []
    threads = [Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    record.handle(a_request())

    assert levels == [2] * 8, "FULL"
    assert {each.execute("PRAGMA synchronous").fetchone()[0] for each in connections(record)} == {2}
    assert {each.execute("PRAGMA journal_mode").fetchone()[0] for each in connections(record)} == {"wal"}


def results(record, commands):
    """What each of some commands that wait together is answered."""
    answers = [record.writer.submit(command) for command in commands]
    problems = [answer.exception(timeout=30) for answer in answers]
    return [problem or answer.result() for problem, answer in zip(problems, answers, strict=True)]


def fill_up(record):
    """No page more than there are."""
    for connection in connections(record):
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")


def make_room(record):
    for connection in connections(record):
        connection.execute("PRAGMA max_page_count=1000000")


def test_a_full_database_records_nothing_and_says_so(record):
    """Nobody is told that something was recorded which was not; with room again, all goes on."""
    record.handle(a_pledge())
    commands = [a_request(need="x " * 4000, key=f"long-{each}") for each in range(5)]
    fill_up(record)

    answered = results(record, commands)
    recorded = [answer for answer in answered if not isinstance(answer, Exception)]
    assert {type(answer) for answer in answered if isinstance(answer, Exception)} == {RecordUnavailable}
    assert record.recorder.last_position() == 1 + len(recorded)

    make_room(record)
    again = results(record, commands)
    assert [answer.replayed for answer in again] == [answer in recorded for answer in answered]
    assert record.recorder.last_position() == 6


def test_a_batch_that_meets_a_full_database_is_undone_whole(record):
    """What fitted before the disk was full is not acknowledged while it is undone with the rest."""
    record.handle(a_pledge())
    commands = [a_request(key="short"), a_request(need="x " * 5000, key="long"), a_request(key="short too")]
    fill_up(record)
    futures = batch(record, commands)

    assert [type(future.exception()) for future in futures] == [RecordUnavailable] * 3
    assert record.recorder.last_position() == 1
    make_room(record)
    assert [record.handle(command).replayed for command in commands] == [False] * 3


def test_a_read_only_database_is_read(record, monkeypatch):
    """Questions are answered while nothing can be recorded; once it may be written, all goes on by itself.

    A connection that SQLite opened on a file that may only be read never writes, whatever becomes of the file.
    """
    record.handle(a_pledge())
    opened = DurablePool._create_connection

    def only_to_read(pool):
        connection = opened(pool)
        connection.cursor().execute("PRAGMA query_only=ON")
        return connection

    monkeypatch.setattr(DurablePool, "_create_connection", only_to_read)
    record.datastore.pool.close_idle()
    several = [record.datastore.get_connection(commit=False) for _ in range(4)]
    with ExitStack() as stack:
        for each in several:
            stack.enter_context(each)
    (answer,) = results(record, [a_request(key="k")])
    assert isinstance(answer, RecordUnavailable)
    assert len(record.pledges(COORDINATORS)) == 1
    with pytest.raises(RecordUnavailable, match="writable for this user"):
        record.recorder.note_token_use("t", record.clock())

    monkeypatch.undo()
    assert record.handle(a_request(key="k")).position == 2


def test_a_locked_database_is_unavailable(record):
    """Another process that holds the lock too long makes nobody wait for ever."""
    for connection in connections(record):
        connection.execute("PRAGMA busy_timeout=50")
    other = sqlite3.connect(record.settings.database_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    (answer,) = results(record, [a_request(key="k")])
    other.close()

    assert isinstance(answer, RecordUnavailable)
    assert record.handle(a_request(key="k")).position == 1


def test_a_broken_file_is_said_in_the_records_own_words(database):
    """Whoever asks learns that the database cannot be used, not which library noticed."""
    Path(database.removeprefix("sqlite:///")).write_bytes(b"This is a letter, not a database. " * 100)

    with pytest.raises(RecordUnavailable):
        open_record(database, Clock())


def test_a_lookup_without_a_database_is_said_in_the_records_own_words(record):
    """Reading the log fails as recording does: in one kind of error that every door knows."""
    for connection in connections(record):
        connection.execute("ATTACH ':memory:' AS elsewhere")
        connection.execute("CREATE TABLE elsewhere.names (name TEXT)")
        connection.execute("CREATE TEMP TABLE names (name TEXT)")

    with pytest.raises(RecordUnavailable):
        record.coordination.receive(COORDINATOR, "make-pledge", {"donor": "Fund of Arendia", "state": "XAA"}, "k")
    with pytest.raises(RecordUnavailable):
        record.writer.handle(a_payment("none"))
