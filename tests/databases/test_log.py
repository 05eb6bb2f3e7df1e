"""The log keeps its word on either database: one order without gaps, all or nothing, and nothing is ever changed."""

import sqlite3
from datetime import UTC, datetime

import psycopg
import pytest
from builders import a_contact, a_pledge, a_request, a_shift
from eventsourcing.persistence import IntegrityError

from . import BOTH
from .looking import run

pytestmark = BOTH
KEPT = {
    "stored_events": ("position", "topic"),
    "leaves": ("leaf_index", "leaf_hash"),
    "names": ("name, stream", "name"),
    "commands": ("actor, key", "fingerprint"),
}
"""Each table of the log, its key and a column of it."""
CHANGES = {
    "sqlite": [
        "UPDATE {table} SET {column} = {column}",
        "DELETE FROM {table}",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        "INSERT INTO {table} SELECT * FROM {table} WHERE true ON CONFLICT ({key}) DO UPDATE SET {column} = {column}",
    ],
    "postgresql": [
        "UPDATE {table} SET {column} = {column}",
        "DELETE FROM {table}",
        "TRUNCATE {table}",
        "INSERT INTO {table} SELECT * FROM {table} ON CONFLICT ({key}) DO UPDATE SET {column} = excluded.{column}",
    ],
}
BROKEN_RULE = (sqlite3.IntegrityError, psycopg.IntegrityError, IntegrityError)
REFUSED = (*BROKEN_RULE, psycopg.errors.InsufficientPrivilege)


class Broken(Exception):
    """Something else went wrong."""


def a_request_that_breaks(record):
    record.coordination.handle(a_request())
    raise Broken


def positions(record):
    return [row["position"] for row in run(record, "SELECT position FROM stored_events ORDER BY position")]


class TestOrder:
    """Positions and leaf indexes."""

    def test_they_count_on_without_gaps(self, record):
        """Each fact stands directly after the one before, in the log and in the tree of hashes."""
        for _ in range(3):
            record.handle(a_request())

        leaves = run(record, "SELECT leaf_index, position FROM leaves ORDER BY leaf_index")
        assert [(row["leaf_index"], row["position"]) for row in leaves] == [(0, 1), (1, 2), (2, 3)]

    def test_what_is_undone_leaves_no_gap(self, record):
        """A command undone after its facts were written takes its positions back with it."""
        first = record.handle(a_request())
        with record.datastore.shared():
            with pytest.raises(Broken), record.datastore.attempt():
                a_request_that_breaks(record)
            second = record.coordination.handle(a_request())
        with pytest.raises(Broken), record.datastore.shared():
            a_request_that_breaks(record)
        third = record.handle(a_request())

        assert [first.position, second.position, third.position] == positions(record) == [1, 2, 3]

    def test_the_library_reads_the_same_order(self, record):
        """What the library calls notifications are the facts by position."""
        receipts = [record.handle(command) for command in (a_request(), a_pledge(), a_contact())]
        found = record.recorder.select_notifications(2, 10)

        assert [(each.id, str(each.originator_id)) for each in found] == [(at, receipts[at - 1].id) for at in (2, 3)]
        assert record.recorder.select_notifications(2, 10, inclusive_of_start=False) == found[1:]
        assert record.recorder.select_notifications(None, 1, topics=["pledge.made"]) == found[:1]
        assert record.recorder.max_notification_id() == 3

    def test_a_stream_is_read_from_either_end(self, record):
        """Versions after one, up to one, and the last first."""
        pledge = record.handle(a_pledge())
        record.handle(a_shift(amount=10))
        stream = record.recorder.streams(pledge.id)[0]

        def versions(**asked):
            return [each.originator_version for each in record.recorder.select_events(stream, **asked)]

        assert versions() == [1, 2]
        assert versions(gt=1) == versions(desc=True, limit=1) == [2]
        assert versions(lte=1) == [1]


class TestTransactions:
    """Commands that share a transaction."""

    def test_a_refusal_undoes_only_itself(self, record):
        """Of three commands the one in the middle fails: the others are kept."""
        with record.datastore.shared():
            record.coordination.handle(a_request())
            with pytest.raises(Broken), record.datastore.attempt():
                a_request_that_breaks(record)
            record.coordination.handle(a_request())

        assert len(positions(record)) == 2

    def test_what_fails_at_the_database_undoes_only_itself(self, record):
        """Also where the statement itself was refused: the transaction goes on."""
        with record.datastore.shared():
            record.coordination.handle(a_request())
            with pytest.raises(BROKEN_RULE), record.datastore.attempt(), record.datastore.transaction(commit=True) as c:
                c.execute("INSERT INTO leaves SELECT leaf_index, position, leaf_hash FROM leaves")
            record.coordination.handle(a_request())

        assert len(positions(record)) == 2

    def test_a_failure_undoes_all_of_it(self, record):
        """Nothing of a transaction that broke is kept, nor seen."""
        with pytest.raises(Broken), record.datastore.shared():
            a_request_that_breaks(record)

        assert positions(record) == []
        assert run(record, "SELECT * FROM names") == run(record, "SELECT * FROM commands") == []

    def test_inside_it_what_was_written_is_known(self, record):
        """The second command names what the first one made, before anything is committed."""
        with record.datastore.shared():
            pledge = record.coordination.handle(a_pledge())
            shift = record.coordination.handle(a_shift(pledge_id=pledge.id))

        assert shift.version == 2


class TestNothingIsChanged:
    """Triggers keep the log, whoever asks."""

    @pytest.mark.parametrize("table", KEPT)
    def test_no_row_is_changed_deleted_or_replaced(self, record, table):
        """Every row stays as it was written."""
        record.handle(a_request())
        before = [tuple(row) for row in run(record, f"SELECT * FROM {table}")]
        key, column = KEPT[table]

        for change in CHANGES[record.settings.database_kind]:
            with pytest.raises(REFUSED):
                run(record, change.format(table=table, key=key, column=column))
        assert [tuple(row) for row in run(record, f"SELECT * FROM {table}")] == before != []

    def test_texts_can_be_erased(self, record):
        """The keys of texts are beside the log, and may go."""
        record.handle(a_request(note="Ask again in May."))
        run(record, "DELETE FROM text_keys")

        assert run(record, "SELECT * FROM text_keys") == []


class TestBesideTheLog:
    """What may change."""

    def test_the_last_use_of_a_token_is_kept(self, record):
        """One minute for each token, the last."""
        for minute in (1, 2):
            record.recorder.note_token_use("token", datetime(2025, 6, 15, 12, minute, 30, tzinfo=UTC))

        assert record.recorder.token_uses() == {"token": "2025-06-15T12:02+00:00"}
