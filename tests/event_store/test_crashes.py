"""Killed before any step of a write or of a projection, a record has lost nothing that it acknowledged."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from builders import Clock, a_command, open_record
from killed import PLEDGE, TURN
from sqlalchemy import select

from adapters.projector import start_over
from projections.views import VIEWS

TESTS = Path(__file__).parents[1]
MEMORY = Path("/dev/shm")


@pytest.fixture(scope="module")
def left(tmp_path_factory):
    """What each process left behind; in memory where that is possible, since a killed process needs no disk."""
    usual = tmp_path_factory.mktemp("killed")
    folder = Path(tempfile.mkdtemp(dir=MEMORY if os.access(MEMORY, os.W_OK) else usual))
    path = os.pathsep.join([str(TESTS), str(TESTS.parent)])
    script = TESTS / "event_store" / "killed.py"
    subprocess.run([sys.executable, script, folder], env=os.environ | {"PYTHONPATH": path}, check=True)
    yield {life: sorted((folder / life).iterdir(), key=lambda each: int(each.name)) for life in ("birth", "act")}
    shutil.rmtree(folder)


def found(folder):
    """All that whoever opens the file finds in it, and whether its writer had heard that all was well."""
    with closing(sqlite3.connect(folder / "record.db")) as database:
        return acknowledged(folder), tuple(database.iterdump())


def acknowledged(folder):
    return (folder / "acknowledged").exists()


def views(record):
    with record.engine.connect() as connection:
        return [
            [tuple(row) for row in connection.execute(select(view.table).order_by(*view.table.primary_key.columns))]
            for view in VIEWS
        ]


def rebuilt(record):
    with record.engine.execution_options(writes=True).begin() as connection:
        start_over(connection)
    record.projector.catch_up()
    return views(record)


def test_it_was_killed_at_every_step(left):
    """Before each table, before each row of the write, between write and answer, and before each row of the views."""
    answers = [acknowledged(folder) for folder in left["act"]]

    assert len(left["birth"]) > 20
    assert answers == sorted(answers)
    assert answers.count(False) > 10
    assert answers.count(True) > 10


def test_what_was_acknowledged_is_there_once_and_whole(left):
    """With its answer, a leaf for each of its events, its names and the keys of its texts; or nothing of it is."""
    for folder in left["act"]:
        database = sqlite3.connect(folder / "record.db")
        answered = {key: json.loads(events) for key, events in database.execute("SELECT key, event_ids FROM commands")}
        events = [event for each in answered.values() for event in each]

        assert {key: len(each) for key, each in answered.items()} in ({"pledge": 1}, {"pledge": 1, "turn": 2}), folder
        assert "turn" in answered or not acknowledged(folder), folder
        for table in ("stored_events", "leaves"):
            assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (len(events),), folder
        assert {name for (name,) in database.execute("SELECT name FROM names")} >= set(events), folder
        sealed = [event for (event,) in database.execute("SELECT event_id FROM text_keys")]
        assert sealed == answered.get("turn", [])[:1], folder
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        database.close()


@pytest.mark.parametrize("life", ["birth", "act"])
def test_after_the_crash_all_goes_on(left, life):
    """Each command sent again is recorded once, whoever had answered, and the views say what a rebuild says.

    Where several kills left the same behind, one of them is tried.
    """
    for folder in {found(folder): folder for folder in left[life]}.values():
        record = open_record(folder / "record.db", Clock("2025-06-16"))
        record.projector.catch_up()
        as_caught_up = views(record)

        receipts = [
            record.handle(a_command(name, key=key, **body))
            for name, key, body in (("make-pledge", "pledge", PLEDGE), ("shift-support", "turn", TURN))
        ]

        assert [receipt.position for receipt in receipts] == [1, 3], folder
        assert receipts[0].replayed == (life == "act"), folder
        assert receipts[1].replayed or not acknowledged(folder), folder
        assert record.recorder.last_position() == 3, folder
        if receipts[1].replayed:
            assert views(record) == as_caught_up, folder
        assert views(record) == rebuilt(record), folder
        record.close()
