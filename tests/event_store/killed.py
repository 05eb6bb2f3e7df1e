"""A process that records and projects, and is killed at the n-th statement on a database: see test_crashes.py.

It prints the key of each command once that was acknowledged, and `done` if it was not killed before.
"""

import os
import signal
import sys
from pathlib import Path

from builders import COORDINATOR, Clock, Kept, a_command, open_record
from sqlalchemy import event


class Killer:
    """Counts every statement that begins on any connection, and kills this process at the n-th."""

    def __init__(self, at: int) -> None:
        self.at, self.seen = at, 0

    def __call__(self, statement: str) -> None:
        """One more statement is about to run."""
        self.seen += 1
        if self.seen == self.at:
            os.kill(os.getpid(), signal.SIGKILL)


COMMANDS = [
    ("pledge", "make-pledge", {"donor": "XBB", "state": "XAA", "money": {"amount": "100", "currency": "EUR"}}),
    (
        "turn",
        "shift-support",
        {
            "donor": "XBB",
            "state": "XAA",
            "direction": "redirect",
            "to_state": "XAB",
            "money": {"amount": "30", "currency": "EUR"},
            "unexplained": True,
            "note": "Heard in the corridor.",
        },
    ),
    ("retraction", "correct", {"event_id": "key:turn", "retract": True, "why": "It never happened."}),
]


def watch(record: Kept, killer: Killer) -> None:
    """Every connection of the log and of the views."""
    pool = record.datastore.pool
    for connection in pool._pool:
        connection._sqlite_conn.set_trace_callback(killer)
    create = pool._create_connection

    def watched():  # noqa: ANN202 - as the pool's own
        connection = create()
        connection._sqlite_conn.set_trace_callback(killer)
        return connection

    pool._create_connection = watched
    record.engine.dispose()
    event.listen(record.engine, "connect", lambda driver, _: driver.set_trace_callback(killer))


def main(path: str, at: int) -> None:
    """Record each command, then project it."""
    record = open_record(Path(path), Clock())
    killer = Killer(at)
    watch(record, killer)
    for key, name, body in COMMANDS:
        record.writer.handle(a_command(name, by=COORDINATOR, key=key, **body))
        print(key, flush=True)
        record.projector.catch_up()
    print(f"done {killer.seen}", flush=True)
    record.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
