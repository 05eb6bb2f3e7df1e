"""Each date as it was first seen: where it changes before anybody was reminded of it, people are told all the same."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

from adapters.reminders.tables import dates


def first_seen(engine: Engine, deadlines: Iterable[dict[str, Any]]) -> dict[str, str]:
    """The first day of each deadline, by its id; what is new is noted."""
    with engine.connect() as connection:
        known = _known(connection)
    new = {each["id"]: each["due_on"] for each in deadlines if each["due_on"] and each["id"] not in known}
    if new:
        with engine.execution_options(beside=True).begin() as connection:
            known = _known(connection)
            rows = [{"deadline_id": key, "due_on": on} for key, on in new.items() if key not in known]
            if rows:
                connection.execute(insert(dates), rows)
    return new | known


def _known(connection: Connection) -> dict[str, str]:
    rows = connection.execute(select(dates.c.deadline_id, dates.c.due_on))
    return {row.deadline_id: row.due_on for row in rows}
