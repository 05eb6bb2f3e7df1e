"""The digest of each week: taken in once by whichever process comes first, and by none after a newer one."""

from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy import Connection, and_, delete, select

from adapters.outbox import inbox
from adapters.outbox.outbox import Outbox
from adapters.outbox.post import DIGEST, Outgoing, Post, Posted
from adapters.outbox.tables import inbox as keys
from adapters.outbox.tables import posts
from adapters.wiring import Service
from bots import messages
from bots.desk import Message
from bots.digest import digest, week_of
from bots.digest_message import message as in_words


class Digests:
    """A week with nothing to tell is silent, and is over by that."""

    def __init__(self, service: Service, outbox: Outbox, now: Callable[[], float]) -> None:
        self._service, self._outbox, self._now = service, outbox, now
        self._done: str | None = None

    def take_in(self, day: date, at: datetime) -> None:
        """The digest of the week in which this day falls; one of an earlier week that still waits is not sent."""
        channel, week = self._service.settings.slack_channel, week_of(day)
        if not channel or self._done == week:
            return
        with self._outbox.reading() as connection:
            known = _known(connection, week)
        if not known:
            told = digest(self._service.queries, day, at)
            post = Post(_key(week), DIGEST, channel, {"day": day.isoformat(), "at": at.isoformat()})
            with self._outbox.writing() as connection:
                if not _known(connection, week) and inbox.first(connection, post.key):
                    row = posts.c
                    idle = and_(row.leased_until <= self._now(), row.posted.is_(None))
                    connection.execute(delete(posts).where(row.kind == DIGEST, idle))
                    inbox.put(connection, [] if told.is_empty else [post], self._now())
        self._done = week

    def waiting(self) -> list[str]:
        """Why each that has not arrived yet did not."""
        query = select(posts.c.error).where(posts.c.kind == DIGEST)
        with self._outbox.reading() as connection:
            return [error or "" for error in connection.scalars(query)]


class Digesting:
    """Implements adapters.outbox.post.Kind: no words wait in the outbox that the record may take back meanwhile."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def compose(self, message: Outgoing) -> Message | None:
        """Of its day, by what may be told of it now."""
        (content,) = message.contents
        at = datetime.fromisoformat(content["at"]).astimezone(self._service.settings.zone)
        self._service.projector.catch_up()
        told = digest(self._service.queries, date.fromisoformat(content["day"]), at)
        words = in_words(told, self._service.settings.base_url)
        if told.is_empty:
            return None
        return messages.repeated(words) if message.maybe_repeat else words

    def is_restricted(self, message: Outgoing) -> bool:  # noqa: ARG002 - as of every kind
        """It tells what States Parties may see."""
        return True

    def arrived(self, message: Outgoing, posted: Posted) -> None:
        """Its key is kept: it is not taken in again."""


def _key(week: str) -> str:
    return f"{DIGEST}:{week}"


def _known(connection: Connection, week: str) -> bool:
    """Whether that of this week, or of a later one, was taken in."""
    since = and_(keys.c.delivery >= _key(week), keys.c.delivery < _key("a"))
    return connection.scalar(select(keys.c.delivery).where(since).limit(1)) is not None
