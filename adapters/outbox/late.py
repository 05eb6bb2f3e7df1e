"""Which posts are late, and why: for whoever watches over the service."""

from dataclasses import dataclass

from sqlalchemy import Engine, inspect, select

from adapters.outbox.post import REMINDER
from adapters.outbox.tables import posts

PATIENCE = 600.0
"""Seconds after which what waits is late, whatever the cause; an error that lasts makes it late at once."""


@dataclass(frozen=True)
class Late:
    """How many are late, and the causes, which name nobody."""

    count: int
    causes: list[str]


def late(engine: Engine, now: float, *, reminders: bool = True) -> Late:
    """What should have arrived by now: reminders, or all else."""
    if not inspect(engine).has_table(posts.name):  # nothing was ever sent from here
        return Late(0, [])
    row = posts.c
    which = row.kind == REMINDER if reminders else row.kind != REMINDER
    with engine.connect() as connection:
        errors = connection.scalars(select(row.error).where(which, row.lasting | (row.since <= now - PATIENCE))).all()
    return Late(len(errors), sorted({error or "not tried yet" for error in errors}))
