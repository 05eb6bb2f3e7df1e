"""The outbox: each post is taken in once, leased while it is sent, and kept until it is known what became of it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, Engine, and_, delete, func, insert, select, update
from sqlalchemy.exc import DBAPIError

from adapters.outbox import inbox
from adapters.outbox.post import ASIDE, Outgoing, Post, Posted
from adapters.outbox.tables import channels, metadata, posts
from domain.errors import RecordUnavailable

LEASE_SECONDS = 20.0
"""Longer than a post can take."""
SPACING = 1.0
"""Seconds between two messages to a channel: Slack allows about one a second."""
TOO_SOON = "ratelimited"


@dataclass(frozen=True)
class Queued:
    """A message that waits, and for what."""

    message: str
    leased_until: float
    not_before: float
    free_at: float
    error: str | None
    kind: str


class Outbox:
    """Rows live until they are proven sent, or are no longer to be said."""

    def __init__(self, engine: Engine, spacing: float = SPACING) -> None:
        self._reading, self._engine, self._spacing = engine, engine.execution_options(beside=True), spacing
        with self.writing() as connection:
            metadata.create_all(connection)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes alone, in any process; raises RecordUnavailable."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except DBAPIError as problem:
            raise RecordUnavailable(f"The outbox cannot be written: {problem.orig}") from problem

    def reading(self) -> AbstractContextManager[Connection]:
        """One moment of it."""
        return self._reading.connect()

    def first(self, key: str) -> bool:
        """Whether this is the first time."""
        with self.writing() as connection:
            return inbox.first(connection, key)

    def put_once(self, post: Post, now: float) -> bool:
        """Take a post in unless its key was seen: both or neither."""
        with self.writing() as connection:
            if not inbox.first(connection, post.key):
                return False
            inbox.put(connection, [post], now)
            return True

    def queue(self) -> list[Queued]:
        """All that waits, in the order in which it goes out."""
        row, place = posts.c, channels.c
        free = and_(place.workspace == row.workspace, place.channel == row.channel, row.kind.not_in(ASIDE))
        said = (row.message, row.leased_until, row.not_before, func.coalesce(place.free_at, 0.0), row.error, row.kind)
        query = (
            select(*said)
            .select_from(posts.outerjoin(channels, free))
            .order_by(row.rank, row.since, row.position, row.key)
        )
        with self.reading() as connection:
            return list({found[0]: Queued(*found) for found in reversed(connection.execute(query).all())}.values())[
                ::-1
            ]

    def claim(self, message: str, now: float) -> Outgoing | None:
        """Lease a message and book its channel; None where another has it. One whose lease ran out may be there."""
        row = posts.c
        with self.writing() as connection:
            found = connection.execute(
                select(posts).where(row.message == message, row.leased_until <= now).order_by(row.key)
            ).all()
            if not found or not self._booked(connection, found[0], now):
                return None
            first = found[0]
            lease = {"leased_until": now + LEASE_SECONDS, "maybe_sent": True, "tries": first.tries + 1}
            lease["first_tried"] = first.first_tried or now
            connection.execute(update(posts).where(row.message == message).values(lease))
        return Outgoing(
            message, first.kind, first.workspace, first.channel, first.thread, first.person,
            tuple(orjson.loads(each.content) for each in found), first.day, first.tries + 1,
            first.first_tried or now, first.maybe_sent, Posted(**orjson.loads(first.posted)) if first.posted else None,
            first.error,
        )  # fmt: skip

    def keep_leased(self, message: Outgoing, now: float) -> None:
        """It takes longer: nobody else may take it for lost."""
        with self.writing() as connection:
            change(connection, message, leased_until=now + LEASE_SECONDS)

    def posted(self, message: Outgoing, posted: Posted) -> None:
        """It stands in Slack: what is left to do is to note it."""
        with self.writing() as connection:
            change(connection, message, posted=orjson.dumps(vars(posted)).decode())

    def sent(self, message: Outgoing) -> None:
        """All is done: the outbox need not keep it."""
        with self.writing() as connection:
            drop(connection, message)

    def _booked(self, connection: Connection, row: Any, now: float) -> bool:
        place = and_(channels.c.workspace == row.workspace, channels.c.channel == row.channel)
        free_at = connection.scalar(select(channels.c.free_at).where(place))
        if row.posted is not None or row.kind in ASIDE:  # nothing is posted any more, or nothing there
            return True
        if (free_at or 0.0) > now:
            return False
        hold(connection, row.workspace, row.channel, now + self._spacing)
        return True


def hold(connection: Connection, workspace: str, channel: str, until: float) -> None:
    """Nothing goes to a channel before a moment."""
    place = and_(channels.c.workspace == workspace, channels.c.channel == channel)
    known = connection.execute(update(channels).where(place, channels.c.free_at < until).values(free_at=until))
    if not known.rowcount and connection.scalar(select(channels.c.free_at).where(place)) is None:
        connection.execute(insert(channels).values(workspace=workspace, channel=channel, free_at=until))


def change(connection: Connection, message: Outgoing, **values: Any) -> None:
    """What is known of a message now."""
    connection.execute(update(posts).where(posts.c.message == message.id).values(values))


def drop(connection: Connection, message: Outgoing) -> None:
    """It is over."""
    connection.execute(delete(posts).where(posts.c.message == message.id))
