"""The outbox: each reminder is enqueued once, leased while it is sent, and sent again only if nobody knows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import uuid4

import orjson
from sqlalchemy import Boolean, Column, Engine, Float, Integer, MetaData, String, Table, delete, insert, select, update

from bots.reminders import Reminder

LEASE_SECONDS = 60.0
metadata = MetaData()
table = Table(
    "reminder_outbox",
    metadata,
    Column("key", String, primary_key=True),
    Column("message", String, nullable=False, index=True),
    Column("channel", String, nullable=False),
    Column("reminder", String, nullable=False),
    Column("not_before", Float, nullable=False, default=0.0),
    Column("leased_until", Float, nullable=False, default=0.0),
    Column("maybe_sent", Boolean, nullable=False, default=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("error", String),
)


@dataclass(frozen=True)
class Message:
    """One message to one channel about one or more deadlines; `maybe_repeat` where nobody knows if it arrived."""

    id: str
    channel: str
    reminders: tuple[Reminder, ...]
    maybe_repeat: bool


class Outbox:
    """Rows live until they are proven sent, or no longer due."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine.execution_options(writes=True)
        with self._engine.begin() as connection:
            metadata.create_all(connection)

    def enqueue(self, due: Sequence[Reminder], everywhere: Iterable[str]) -> None:
        """Take in what is due; what waited and is no longer due is taken out. `everywhere` are the common channels.

        What falls on the same day at the same step is one message to a common channel.
        """
        common, keys = frozenset(everywhere), [reminder.key for reminder in due]
        with self._engine.begin() as connection:
            known = set(connection.scalars(select(table.c.key)))
            gone = known - set(keys)
            if gone:
                connection.execute(delete(table).where(table.c.key.in_(gone)))
            rows = [
                {"key": each.key, "message": message, "channel": each.channel, "reminder": _stored(each)}
                for message, group in _messages([each for each in due if each.key not in known], common)
                for each in group
            ]
            if rows:
                connection.execute(insert(table), rows)

    def claim(self, now: float) -> Message | None:
        """Lease the next message; one whose lease ran out may have been sent."""
        row = table.c
        with self._engine.begin() as connection:
            ready = select(row.message).where(row.not_before <= now, row.leased_until <= now).order_by(row.key).limit(1)
            chosen = connection.scalar(ready)
            if chosen is None:
                return None
            found = connection.execute(select(table).where(row.message == chosen).order_by(row.key)).all()
            repeat = any(each.maybe_sent for each in found)
            changes = {"leased_until": now + LEASE_SECONDS, "maybe_sent": True, "attempts": row.attempts + 1}
            connection.execute(update(table).where(row.message == chosen).values(changes))
        return Message(chosen, found[0].channel, tuple(_read(each.reminder) for each in found), repeat)

    def sent(self, message: Message) -> None:
        """It is proven in the log: the outbox need not keep it."""
        self._change(delete(table).where(table.c.message == message.id))

    def refused(self, message: Message, error: str, not_before: float, *, maybe_sent: bool) -> None:
        """It did not arrive, or nobody knows: keep it for later."""
        changes = {"leased_until": 0.0, "not_before": not_before, "error": error, "maybe_sent": maybe_sent}
        self._change(update(table).where(table.c.message == message.id).values(changes))

    def waiting(self) -> list[tuple[str, str | None]]:
        """Key and last error of all that waits."""
        with self._engine.connect() as connection:
            return [(key, error) for key, error in connection.execute(select(table.c.key, table.c.error))]

    def _change(self, statement: Any) -> None:
        with self._engine.begin() as connection:
            connection.execute(statement)


def _messages(new: Sequence[Reminder], common: frozenset[str]) -> Iterable[tuple[str, list[Reminder]]]:
    def together(each: Reminder) -> tuple[str, ...]:
        alone = each.channel not in common or each.changed_from is not None
        return (each.channel, each.deadline["due_on"], each.rung, each.deadline["id"] if alone else "")

    for _, group in groupby(sorted(new, key=together), key=together):
        yield str(uuid4()), list(group)


def _stored(reminder: Reminder) -> str:
    return orjson.dumps(vars(reminder)).decode()


def _read(stored: str) -> Reminder:
    return Reminder(**orjson.loads(stored))
