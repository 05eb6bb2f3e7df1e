"""The outbox: each reminder is enqueued once, leased while it is sent, and sent again only if nobody knows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import orjson
from sqlalchemy import Connection, Engine, and_, column, delete, insert, or_, select, update
from sqlalchemy import table as known_table

from adapters.reminders.tables import metadata, posts
from bots.reminders import Reminder

LEASE_SECONDS = 30.0
"""Longer than a post can take."""
PROVEN_BY = "service:reminders"
TOO_SOON = "ratelimited"
_answers = known_table("commands", column("actor"), column("key"))


def proof_key(reminder_key: str) -> str:
    """The key under which the log holds that a reminder was sent."""
    return f"reminder:{reminder_key}"


@dataclass(frozen=True)
class Posted:
    """Where a message stands in Slack."""

    ts: str
    thread_ts: str
    channel: str


@dataclass(frozen=True)
class Message:
    """One message to one channel about one or more deadlines; `maybe_repeat` where nobody knows if it arrived."""

    id: str
    channel: str
    reminders: tuple[Reminder, ...]
    maybe_repeat: bool
    posted: Posted | None


class Outbox:
    """Rows live until they are proven sent, or no longer due."""

    def __init__(self, engine: Engine) -> None:
        self._reading, self._engine = engine, engine.execution_options(writes=True)
        with self._engine.begin() as connection:
            metadata.create_all(connection)

    def enqueue(self, due: Sequence[tuple[Reminder, ...]], day: str, position: int, now: float) -> None:
        """Take in what is due by what the record said at a position; what waited and is no longer due is taken out.

        What is proven by the log was sent meanwhile. What is being sent, or what somebody with newer knowledge took
        in, stays.
        """
        row = posts.c
        waiting = [each for message in due for each in message]
        with self._engine.begin() as connection:
            idle = and_(row.leased_until <= now, row.posted.is_(None), row.day <= day, row.position <= position)
            connection.execute(delete(posts).where(idle, row.key.not_in([each.key for each in waiting])))
            known = set(connection.scalars(select(row.key)))
            for each in (each for each in waiting if each.key in known):  # its words may have changed while it waited
                connection.execute(update(posts).where(row.key == each.key, idle).values(reminder=_stored(each)))
            known |= _proven(connection, [each.key for each in waiting if each.key not in known])
            rows = [
                {"key": each.key, "message": name, "channel": each.channel, "reminder": _stored(each), "since": now}
                | {"day": day, "position": position}
                for message in due
                for name in [str(uuid4())]
                for each in message
                if each.key not in known
            ]
            if rows:
                connection.execute(insert(posts), rows)

    def ready(self, now: float, *, at_once: bool) -> list[str]:
        """Messages to send now; `at_once` also what waits to be tried again, unless Slack said when."""
        row = posts.c
        wait_over = row.not_before <= now
        if at_once:
            wait_over = or_(wait_over, row.error.is_(None), row.error != TOO_SOON)
        query = select(row.message).where(row.leased_until <= now, wait_over).order_by(row.key)
        with self._reading.connect() as connection:
            return list(dict.fromkeys(connection.scalars(query)))

    def claim(self, message: str, now: float) -> Message | None:
        """Lease a message; None where another process has it. One whose lease ran out may have been sent."""
        row = posts.c
        with self._engine.begin() as connection:
            free = select(posts).where(row.message == message, row.leased_until <= now).order_by(row.key)
            found = connection.execute(free).all()
            if not found:
                return None
            lease = {"leased_until": now + LEASE_SECONDS, "maybe_sent": True}
            connection.execute(update(posts).where(row.message == message).values(lease))
        first = found[0]
        posted = Posted(**orjson.loads(first.posted)) if first.posted else None
        reminders = tuple(Reminder(**orjson.loads(each.reminder)) for each in found)
        return Message(message, first.channel, reminders, first.maybe_sent, posted)

    def posted(self, message: Message, posted: Posted) -> None:
        """It stands in Slack: what is left to do is to prove it."""
        self._change(message, posted=orjson.dumps(vars(posted)).decode())

    def refused(self, message: Message, error: str, not_before: float, *, unknown: bool, lasting: bool) -> None:
        """It did not arrive, or nobody knows: keep it for later."""
        self._change(
            message, leased_until=0.0, not_before=not_before, error=error, maybe_sent=unknown, lasting=lasting
        )  # fmt: skip

    def sent(self, message: Message) -> None:
        """It is proven in the log: the outbox need not keep it."""
        with self._engine.begin() as connection:
            connection.execute(delete(posts).where(posts.c.message == message.id))

    def under_way(self, now: float, until: float) -> bool:
        """Whether another process is sending something, or waits as long as Slack asks and no longer than `until`."""
        row = posts.c
        waits = and_(row.error == TOO_SOON, row.not_before > now, row.not_before <= until)
        with self._reading.connect() as connection:
            return connection.scalar(select(row.key).where(or_(row.leased_until > now, waits)).limit(1)) is not None

    def waiting(self) -> list[tuple[Reminder, str | None]]:
        """All that has not arrived yet, with its last error."""
        with self._reading.connect() as connection:
            rows = connection.execute(select(posts.c.reminder, posts.c.error).order_by(posts.c.key))
            return [(Reminder(**orjson.loads(stored)), error) for stored, error in rows]

    def _change(self, message: Message, **values: Any) -> None:
        with self._engine.begin() as connection:
            connection.execute(update(posts).where(posts.c.message == message.id).values(values))


def _proven(connection: Connection, keys: Iterable[str]) -> set[str]:
    """Of these, what the log says was sent."""
    answer, proofs = _answers.c, {proof_key(key): key for key in keys}
    said = select(answer.key).where(answer.actor == PROVEN_BY, answer.key.in_(list(proofs)))
    return {proofs[key] for key in connection.scalars(said)}


def _stored(reminder: Reminder) -> str:
    return orjson.dumps(vars(reminder)).decode()
