"""Killed before any step of a write or of a projection on PostgreSQL, nothing that was acknowledged is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from builders import Clock, a_command, open_record

from adapters.rebuild import VIEW_NAMES, rebuild

from .killed import PLEDGE, TURN
from .looking import run, view_rows

TESTS = Path(__file__).parents[1]
LOG = ("stored_events", "leaves", "commands", "names", "text_keys")
PROJECTING = 5
"""Of the many steps of a projection each fifth is tried."""


@pytest.fixture
def lives():
    """`lives(url, n)`: whether it was killed, and whether it had been acknowledged."""
    path = os.pathsep.join([str(TESTS), str(TESTS.parent)])
    with subprocess.Popen(
        [sys.executable, TESTS / "databases" / "killed.py"], env=os.environ | {"PYTHONPATH": path},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip

        def lived(url, at):
            process.stdin.write(f"{url} {at}\n")
            process.stdin.flush()
            return [word == "1" for word in process.stdout.readline().split()]

        yield lived
        process.stdin.close()


@pytest.fixture
def pledged(databases):
    """A database in which a pledge is on record and shown, to be copied."""
    name = databases.server.new()
    record = open_record(databases.server.address(name), Clock())
    record.handle(a_command("make-pledge", key="pledge", **PLEDGE))
    record.close()
    yield name
    databases.server.drop(name)


def test_whenever_a_process_is_killed(databases, pledged, lives):
    """What it acknowledged is there, once and whole; sent again it is recorded once; the views are a rebuild's.

    Where several kills left the same behind, one of them is tried.
    """
    answers, tried, at, killed = [], [], 0, True
    while killed:
        at += PROJECTING if answers and answers[-1] else 1
        name = databases.server.new(template=pledged)
        killed, acknowledged = lives(databases.server.address(name), at)
        answers.append(acknowledged)
        record = open_record(databases.server.address(name), Clock("2025-06-16"))
        if (left := (acknowledged, found(record))) not in tried:
            tried.append(left)
            goes_on(record, acknowledged)
        record.close()
        databases.server.drop(name)

    assert answers == sorted(answers)
    assert answers.count(False) > 5
    assert answers.count(True) > 5
    assert len(tried) > 2


def found(record):
    """All that whoever opens the database finds in it; the texts of each life have keys of their own."""
    return view_rows(record.engine), [len(run(record, f"SELECT * FROM {table}")) for table in LOG]


def goes_on(record, acknowledged):
    """After the crash."""
    whole(record)
    receipt = record.handle(a_command("shift-support", key="turn", **TURN))
    assert receipt.replayed or not acknowledged
    assert (receipt.position, record.recorder.last_position()) == (3, 3)
    whole(record)
    shown = view_rows(record.engine)
    rebuild(record, VIEW_NAMES, lambda batches: batches)
    assert view_rows(record.engine) == shown


def whole(record):
    """Each answer with its events, each event with its leaf, or nothing of either."""
    counted = [
        run(record, f"SELECT count(*) AS number FROM {table}")[0]["number"]
        for table in ("stored_events", "leaves", "commands")
    ]
    assert counted in ([1, 1, 1], [3, 3, 2])
