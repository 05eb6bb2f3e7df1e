"""What arrived or was told already: a key and its effect are written in one transaction, or neither is."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import orjson
from sqlalchemy import Connection, delete, insert, select

from adapters.outbox.post import RANKS, Post
from adapters.outbox.tables import inbox, posts

KEPT = timedelta(days=30)
"""Slack repeats a delivery for some hours, and a button can be pressed for a month."""


def first(connection: Connection, key: str) -> bool:
    """Whether this key is new; from now on it is not. The caller's transaction writes alone."""
    if connection.scalar(select(inbox.c.delivery).where(inbox.c.delivery == key)) is not None:
        return False
    connection.execute(insert(inbox).values(delivery=key, received_at=datetime.now(UTC).isoformat()))
    return True


def forget(connection: Connection, key: str) -> None:
    """The next time will be the first again."""
    connection.execute(delete(inbox).where(inbox.c.delivery == key))


def forget_old(connection: Connection, now: datetime) -> None:
    """What nobody sends again."""
    connection.execute(delete(inbox).where(inbox.c.received_at < (now.astimezone(UTC) - KEPT).isoformat()))


def put(connection: Connection, new: Iterable[Post], now: float) -> None:
    """Take posts in; each is a message of its own."""
    rows = [
        {"key": each.key, "message": str(uuid4()), "kind": each.kind, "rank": RANKS[each.kind]}
        | {"workspace": each.workspace, "channel": each.channel, "thread": each.thread, "person": each.person}
        | {"content": orjson.dumps(each.content).decode(), "since": now}
        | {"position": each.position}
        for each in new
    ]
    if rows:
        connection.execute(insert(posts), rows)
