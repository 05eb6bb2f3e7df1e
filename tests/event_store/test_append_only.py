"""The database itself refuses to change, remove or replace what was recorded."""

import hashlib
import sqlite3
from uuid import UUID

import pytest
from builders import a_correction, a_payment, a_pledge, a_request, a_shift

TABLES = ["stored_events", "leaves", "names", "commands"]
KEYS = {
    "stored_events": ["position", "originator_id, originator_version"],
    "leaves": ["leaf_index", "position"],
    "names": ["name, stream"],
    "commands": ["actor, key"],
}
ROWIDS = {"stored_events": "position", "leaves": "leaf_index"}


@pytest.fixture
def database(record):
    """Some facts of several things, and a connection of somebody who means ill."""
    pledge = record.handle(a_pledge()).id
    record.handle(a_payment(pledge))
    record.handle(a_shift("redirect", 30))
    record.handle(a_correction(pledge, conditions="None."))
    record.handle(a_request())
    connection = sqlite3.connect(record.settings.database_path, isolation_level=None)
    yield connection
    connection.close()


def columns(database, table):
    return [row[1] for row in database.execute(f"PRAGMA table_info({table})")]


def everything(database):
    return {table: database.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}


def refused(database, statement, *values):
    before = everything(database)
    with pytest.raises(sqlite3.IntegrityError, match="the log is append-only"):
        database.execute(statement, values)
    assert everything(database) == before


@pytest.mark.parametrize("table", TABLES)
def test_nothing_is_removed(database, table):
    """Neither one row nor all."""
    refused(database, f"DELETE FROM {table}")
    refused(database, f"DELETE FROM {table} WHERE position = 1")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("way", ["UPDATE", "UPDATE OR REPLACE", "UPDATE OR IGNORE"])
def test_nothing_is_changed(database, table, way):
    """No column of any row, by any way of updating."""
    for column in columns(database, table):
        refused(database, f"{way} {table} SET {column} = {column} WHERE position = 1")


@pytest.mark.parametrize(("table", "key"), [(table, key) for table, keys in KEYS.items() for key in keys])
@pytest.mark.parametrize("way", ["INSERT OR REPLACE", "REPLACE", "INSERT OR IGNORE", "INSERT"])
def test_nothing_is_replaced_by_its_key(database, table, key, way):
    """A row that is there already stays, whichever of its keys the new one shares."""
    new = dict.fromkeys(columns(database, table), 99) | {"state": b"{}", "leaf_hash": b"x"}
    row = dict(zip(columns(database, table), database.execute(f"SELECT * FROM {table}").fetchone(), strict=True))
    given = {name: row[name] if name in key.split(", ") else new[name] for name in row}

    names, marks = ", ".join(given), ", ".join("?" * len(given))
    refused(database, f"{way} INTO {table} ({names}) VALUES ({marks})", *given.values())


@pytest.mark.parametrize("table", ROWIDS)
@pytest.mark.parametrize("name", ["rowid", "_rowid_", "oid"])
def test_nothing_is_replaced_by_its_rowid(database, table, name):
    """SQLite's own name for a row is its position."""
    others = [column for column in columns(database, table) if column != ROWIDS[table]]
    new = {"originator_id": "f" * 32, "originator_version": 1, "topic": "x", "state": b"{}", "position": 99}
    values = [new.get(column, b"x") for column in others]

    statement = f"INSERT OR REPLACE INTO {table} ({name}, {', '.join(others)}) VALUES (1{', ?' * len(others)})"
    refused(database, statement, *values)


@pytest.mark.parametrize("table", TABLES)
def test_an_upsert_is_a_change(database, table):
    """`ON CONFLICT DO UPDATE` goes no way around."""
    names = ", ".join(columns(database, table))
    for key in KEYS[table]:
        statement = f"INSERT INTO {table} SELECT {names} FROM {table} WHERE position = 1 ON CONFLICT ({key}) DO UPDATE"
        refused(database, f"{statement} SET position = 7")


def test_each_leaf_is_the_hash_of_the_stored_bytes(database):
    """Anybody can compute it from the file alone: SHA-256 over 0x00, stream, version, topic and state."""
    events = database.execute("SELECT * FROM stored_events ORDER BY position").fetchall()
    leaves = {position: digest for _, position, digest in database.execute("SELECT * FROM leaves")}

    assert len(events) == len(leaves) == 6
    for position, stream, version, topic, state in events:
        header = b"\n".join(
            [b"ica-ledger event v1", str(UUID(stream)).encode(), str(version).encode(), topic.encode(), b""]
        )
        assert leaves[position] == hashlib.sha256(b"\0" + header + state).digest()


def test_leaves_are_numbered_without_a_gap(database):
    """The index is our own: it is the place in the tree, in the order of the log."""
    rows = database.execute("SELECT leaf_index, position FROM leaves ORDER BY leaf_index").fetchall()

    assert [index for index, _ in rows] == list(range(len(rows)))
    assert [position for _, position in rows] == sorted(position for _, position in rows)


def test_positions_only_grow(record, database):
    """Also after commands that were refused, which leave nothing."""
    record.refusal(a_shift("cut", 1000))
    receipts = [record.handle(a_request()) for _ in range(3)]

    positions = [position for (position,) in database.execute("SELECT position FROM stored_events ORDER BY rowid")]
    assert positions == list(range(1, 10))
    assert [receipt.position for receipt in receipts] == [7, 8, 9]


def test_a_vacuum_keeps_positions(record, database):
    """They are written, not implied: nothing is renumbered when the file is tidied."""
    before = everything(database)
    database.execute("VACUUM")

    assert everything(database) == before
    assert record.handle(a_request()).position == 7


def test_keys_of_texts_alone_may_go(record, database):
    """Erasing is deleting a key; it is the one thing that may be removed."""
    record.handle(a_request(note="Jane Roe."))

    assert database.execute("DELETE FROM text_keys").rowcount == 1
