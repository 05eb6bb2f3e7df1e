"""Forks processes that redirect a pledge on PostgreSQL, project it, and are killed before the n-th step that may write.

One life a line on standard input: the database's address and n. What became of it is answered in a line: whether it was
killed, and whether the redirect had been acknowledged by then.
"""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import psycopg
from builders import Clock, a_command, open_record

MONEY = {"amount": "30", "currency": "EUR"}
PLEDGE = {"donor": "XBB", "state": "XAA", "money": {"amount": "100", "currency": "EUR"}}
TURN = {"donor": "XBB", "state": "XAA", "direction": "redirect", "to_state": "XAB", "money": MONEY, "unexplained": True}


def watch(at: int) -> None:
    """From now on every statement is counted; before the n-th that may write this process ends."""
    seen = 0

    def watched(real: Callable[..., Any]) -> Callable[..., Any]:
        def run(cursor: Any, statement: Any, *values: Any, **named: Any) -> Any:
            nonlocal seen
            said = statement if isinstance(statement, str | bytes) else statement.as_string(cursor)
            text = said.decode() if isinstance(said, bytes) else said
            seen += not text.lstrip().upper().startswith(("SELECT", "SHOW"))
            if seen == at:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(cursor, statement, *values, **named)

        return run

    for name in ("execute", "executemany"):
        setattr(psycopg.Cursor, name, watched(getattr(psycopg.Cursor, name)))


def live(url: str, at: int, told: int) -> None:
    """Redirect, say so, project."""
    record = open_record(url, Clock())
    watch(at)
    record.writer.handle(a_command("shift-support", key="turn", **TURN))
    os.write(told, b"acknowledged")
    record.projector.catch_up()


def main() -> None:
    """Until no more lives are asked for."""
    for line in sys.stdin:
        url, at = line.split()
        hears, told = os.pipe()
        child = os.fork()
        if child == 0:
            live(url, int(at), told)
            os._exit(0)
        os.close(told)
        acknowledged = bool(os.read(hears, 20))
        os.close(hears)
        killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
        print(int(killed), int(acknowledged), flush=True)


if __name__ == "__main__":
    main()
