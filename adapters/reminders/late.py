"""Which reminders are late, and why: for whoever watches over the service."""

from dataclasses import dataclass

from sqlalchemy import Engine, inspect, select

from adapters.reminders.tables import posts

PATIENCE = 600.0
"""Seconds after which what waits is late, whatever the cause; an error that lasts makes it late at once."""


@dataclass(frozen=True)
class Late:
    """How many reminders are late, and the causes, which name nobody."""

    count: int
    causes: list[str]


def late(engine: Engine, now: float) -> Late:
    """What should have arrived by now."""
    if not inspect(engine).has_table(posts.name):  # nothing was ever sent from here
        return Late(0, [])
    row = posts.c
    with engine.connect() as connection:
        errors = connection.scalars(select(row.error).where(row.lasting | (row.since <= now - PATIENCE))).all()
    return Late(len(errors), sorted({error or "not tried yet" for error in errors}))
