"""Processes that record and project, and are killed before the n-th step on a database: see test_crashes.py.

`killed.py FOLDER` leaves in FOLDER/birth/1, 2 … records that were being made when their process was killed, each a
step later, and in FOLDER/act/1, 2 … records in which a redirect was being recorded and projected. The last of each was
not killed. Where the redirect was acknowledged, a file says so.
"""

import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from builders import Clock, a_command, open_record

MONEY = {"amount": "30", "currency": "EUR"}
PLEDGE = {"donor": "XBB", "state": "XAA", "money": {"amount": "100", "currency": "EUR"}}
TURN = {"donor": "XBB", "state": "XAA", "direction": "redirect", "to_state": "XAB", "money": MONEY, "unexplained": True}
TURN |= {"note": "Heard in the corridor."}
READING = ("SELECT", "PRAGMA", "--")
"""What leaves the disk as it was: to be killed before it is to be killed before the next step."""


def killer(at: int) -> Callable[[str], None]:
    """Called before every statement; ends this process before the n-th that may write."""
    seen = 0

    def before(statement: str) -> None:
        nonlocal seen
        seen += not statement.lstrip().upper().startswith(READING)
        if seen == at:
            os.kill(os.getpid(), signal.SIGKILL)

    return before


def watch(at: int) -> None:
    """From now on every connection to a database is watched."""
    before, connect = killer(at), sqlite3.connect

    def watched(*arguments: Any, **named: Any) -> sqlite3.Connection:
        connection = connect(*arguments, **named)
        connection.set_trace_callback(before)
        return connection

    sqlite3.connect = sqlite3.dbapi2.connect = watched


def birth(folder: Path) -> None:
    """A record is made where there was none."""
    open_record(folder / "record.db", Clock())


def first_words(folder: Path) -> None:
    """A pledge is recorded and projected."""
    record = open_record(folder / "record.db", Clock())
    record.handle(a_command("make-pledge", key="pledge", **PLEDGE))
    record.close()


def act(folder: Path) -> None:
    """It is redirected in part, and that is projected."""
    record = open_record(folder / "record.db", Clock())
    record.writer.handle(a_command("shift-support", key="turn", **TURN))
    (folder / "acknowledged").touch()
    record.projector.catch_up()


def alone(live: Callable[[Path], None], folder: Path, kill_at: int = 0) -> bool:
    """Live in a process of its own; whether it was killed."""
    child = os.fork()
    if child == 0:
        if kill_at:
            watch(kill_at)
        live(folder)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def main(folder: Path) -> None:
    """One process after the other, each killed a step later."""
    alone(first_words, folder)
    for live in (birth, act):
        at, killed = 0, True
        while killed:
            at += 1
            place = folder / live.__name__ / str(at)
            place.mkdir(parents=True)
            if live is act:
                shutil.copy(folder / "record.db", place)
            killed = alone(live, place, kill_at=at)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
