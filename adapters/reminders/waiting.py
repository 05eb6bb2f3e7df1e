"""What is due is taken into the outbox once, and what is due no more is taken out."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import uuid4

import orjson
from sqlalchemy import Connection, and_, column, delete, insert, select, update
from sqlalchemy import table as known_table

from adapters.outbox.outbox import Outbox
from adapters.outbox.post import RANKS, REMINDER
from adapters.outbox.tables import posts
from adapters.reminders.kind import PROVEN_BY, proof_key
from bots.reminders import Reminder

_answers = known_table("commands", column("actor"), column("key"))


def enqueue(outbox: Outbox, due: Sequence[tuple[Reminder, ...]], day: str, position: int, now: float) -> None:
    """Take in what is due by what the record said at a position; what waited and is no longer due is taken out.

    What is proven by the log was sent meanwhile. What is being sent, or what somebody with newer knowledge took in,
    stays.
    """
    row = posts.c
    waiting = [each for message in due for each in message]
    known_then = {"day": day, "position": position}
    with outbox.writing() as connection:
        idle = and_(
            row.kind == REMINDER, row.leased_until <= now, row.posted.is_(None), row.day <= day,
            row.position <= position,
        )  # fmt: skip
        connection.execute(delete(posts).where(idle, row.key.not_in([each.key for each in waiting])))
        known = set(connection.scalars(select(row.key).where(row.kind == REMINDER)))
        for each in (each for each in waiting if each.key in known):  # its words may have changed while it waited
            connection.execute(update(posts).where(row.key == each.key, idle).values(_said(each) | known_then))
        known |= _proven(connection, [each.key for each in waiting if each.key not in known])
        rows = [
            _said(each) | known_then
            | {"key": each.key, "message": name, "kind": REMINDER, "rank": RANKS[REMINDER], "channel": each.channel}
            | {"since": now}
            for message in due
            for name in [str(uuid4())]
            for each in message
            if each.key not in known
        ]  # fmt: skip
        if rows:
            connection.execute(insert(posts), rows)


def waiting(outbox: Outbox) -> list[tuple[Reminder, str | None]]:
    """All reminders that have not arrived yet, with their last error."""
    query = select(posts.c.content, posts.c.error).where(posts.c.kind == REMINDER).order_by(posts.c.key)
    with outbox.reading() as connection:
        rows = connection.execute(query)
        return [(Reminder(**orjson.loads(stored)), error) for stored, error in rows]


def _said(reminder: Reminder) -> dict[str, Any]:
    return {"content": orjson.dumps(vars(reminder)).decode(), "thread": reminder.thread_ts}


def _proven(connection: Connection, keys: Iterable[str]) -> set[str]:
    """Of these, what the log says was sent."""
    answer, proofs = _answers.c, {proof_key(key): key for key in keys}
    said = select(answer.key).where(answer.actor == PROVEN_BY, answer.key.in_(list(proofs)))
    return {proofs[key] for key in connection.scalars(said)}
