"""The file itself refuses to change, remove or replace what was recorded."""

import hashlib
import sqlite3
from uuid import UUID

import pytest
from builders import a_correction, a_payment, a_pledge, a_request, a_shift
from databases import ON_FILES

pytestmark = ON_FILES
TABLES = ["stored_events", "leaves", "names", "commands"]
KEYS = {
    "stored_events": ["position", "originator_id, originator_version"],
    "leaves": ["leaf_index", "position"],
    "names": ["name, stream"],
    "commands": ["actor, key"],
}
ROWIDS = {"stored_events": "position", "leaves": "leaf_index"}


@pytest.fixture
def opened(record):
    """Some facts of several things, and a connection of somebody who means ill."""
    pledge = record.handle(a_pledge()).id
    record.handle(a_payment(pledge))
    record.handle(a_shift("redirect", 30))
    record.handle(a_correction(pledge, conditions="None."))
    record.handle(a_request())
    connection = sqlite3.connect(record.settings.database_path, isolation_level=None)
    yield connection
    connection.close()


def columns(opened, table):
    return [row[1] for row in opened.execute(f"PRAGMA table_info({table})")]


def everything(opened):
    return {table: opened.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}


def refused(opened, statement, *values):
    before = everything(opened)
    with pytest.raises(sqlite3.IntegrityError, match="the log is append-only"):
        opened.execute(statement, values)
    assert everything(opened) == before


@pytest.mark.parametrize("table", TABLES)
def test_nothing_is_removed(opened, table):
    """Neither one row nor all."""
    refused(opened, f"DELETE FROM {table}")
    refused(opened, f"DELETE FROM {table} WHERE position = 1")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("way", ["UPDATE", "UPDATE OR REPLACE", "UPDATE OR IGNORE"])
def test_nothing_is_changed(opened, table, way):
    """No column of any row, by any way of updating."""
    for column in columns(opened, table):
        refused(opened, f"{way} {table} SET {column} = {column} WHERE position = 1")


@pytest.mark.parametrize(("table", "key"), [(table, key) for table, keys in KEYS.items() for key in keys])
@pytest.mark.parametrize("way", ["INSERT OR REPLACE", "REPLACE", "INSERT OR IGNORE", "INSERT"])
def test_nothing_is_replaced_by_its_key(opened, table, key, way):
    """A row that is there already stays, whichever of its keys the new one shares."""
    new = dict.fromkeys(columns(opened, table), 99) | {"state": b"{}", "leaf_hash": b"x"}
    row = dict(zip(columns(opened, table), opened.execute(f"SELECT * FROM {table}").fetchone(), strict=True))
    given = {name: row[name] if name in key.split(", ") else new[name] for name in row}

    names, marks = ", ".join(given), ", ".join("?" * len(given))
    refused(opened, f"{way} INTO {table} ({names}) VALUES ({marks})", *given.values())


@pytest.mark.parametrize("table", ROWIDS)
@pytest.mark.parametrize("name", ["rowid", "_rowid_", "oid"])
def test_nothing_is_replaced_by_its_rowid(opened, table, name):
    """SQLite's own name for a row is its position."""
    others = [column for column in columns(opened, table) if column != ROWIDS[table]]
    new = {"originator_id": "f" * 32, "originator_version": 1, "topic": "x", "state": b"{}", "position": 99}
    values = [new.get(column, b"x") for column in others]

    statement = f"INSERT OR REPLACE INTO {table} ({name}, {', '.join(others)}) VALUES (1{', ?' * len(others)})"
    refused(opened, statement, *values)


@pytest.mark.parametrize("table", TABLES)
def test_an_upsert_is_a_change(opened, table):
    """`ON CONFLICT DO UPDATE` goes no way around."""
    names = ", ".join(columns(opened, table))
    for key in KEYS[table]:
        statement = f"INSERT INTO {table} SELECT {names} FROM {table} WHERE position = 1 ON CONFLICT ({key}) DO UPDATE"
        refused(opened, f"{statement} SET position = 7")


def test_each_leaf_is_the_hash_of_the_stored_bytes(opened):
    """Anybody can compute it from the file alone: SHA-256 over 0x00, stream, version, topic and state."""
    events = opened.execute("SELECT * FROM stored_events ORDER BY position").fetchall()
    leaves = {position: digest for _, position, digest in opened.execute("SELECT * FROM leaves")}

    assert len(events) == len(leaves) == 6
    for position, stream, version, topic, state in events:
        header = b"\n".join(
            [b"ica-ledger event v1", str(UUID(stream)).encode(), str(version).encode(), topic.encode(), b""]
        )
        assert leaves[position] == hashlib.sha256(b"\0" + header + state).digest()


def test_leaves_are_numbered_without_a_gap(opened):
    """The index is our own: it is the place in the tree, in the order of the log."""
    rows = opened.execute("SELECT leaf_index, position FROM leaves ORDER BY leaf_index").fetchall()

    assert [index for index, _ in rows] == list(range(len(rows)))
    assert [position for _, position in rows] == sorted(position for _, position in rows)


def test_positions_only_grow(record, opened):
    """Also after commands that were refused, which leave nothing."""
    record.refusal(a_shift("cut", 1000))
    receipts = [record.handle(a_request()) for _ in range(3)]

    positions = [position for (position,) in opened.execute("SELECT position FROM stored_events ORDER BY rowid")]
    assert positions == list(range(1, 10))
    assert [receipt.position for receipt in receipts] == [7, 8, 9]


def test_a_vacuum_keeps_positions(record, opened):
    """They are written, not implied: nothing is renumbered when the file is tidied."""
    before = everything(opened)
    opened.execute("VACUUM")

    assert everything(opened) == before
    assert record.handle(a_request()).position == 7


def test_keys_of_texts_alone_may_go(record, opened):
    """Erasing is deleting a key; it is the one thing that may be removed."""
    record.handle(a_request(note="Jane Roe."))

    assert opened.execute("DELETE FROM text_keys").rowcount == 1
