"""What people record from Slack is told in the common channel once, whoever dies meanwhile: a cursor follows the log.

What one command stated is one message: a cut, and the support that came to the record by it.
"""

import orjson
from sqlalchemy import Connection, insert, select, update

from adapters.event_store.lookups import LoggedAnswer
from adapters.outbox import inbox
from adapters.outbox.outbox import Outbox
from adapters.outbox.post import ANNOUNCEMENT, Outgoing, Post, Posted
from adapters.outbox.tables import cursors
from adapters.wiring import Service
from bots import messages
from bots.desk import Message
from bots.questions.pages import page
from domain.fact import Fact
from domain.fact_changes import FactRetracted
from projections.audience import PUBLIC, STATES_PARTIES, Audience
from projections.moment import Moment
from projections.page import Page

BATCH = 500
CURSOR = "announced"
FROM_SLACK = "slack:"
UNTOLD = frozenset({"acknowledge-reminder", "snooze-reminder", "set-route", "erase-texts"})
"""Commands whose effect stands under the message itself, or is about the record rather than the field."""


class Announcements:
    """The cursor is moved in the transaction that takes the announcements in."""

    def __init__(self, service: Service, outbox: Outbox) -> None:
        self._service, self._outbox, self._seen = service, outbox, -1

    def begin(self) -> None:
        """What was recorded before there was a cursor is not told any more."""
        end = self._service.reader.last_position()
        with self._outbox.writing() as connection:
            if _position(connection) is None:
                connection.execute(insert(cursors).values(name=CURSOR, position=end))

    def follow(self, now: float) -> None:
        """Take in what was recorded since."""
        while self._seen < self._service.reader.last_position():
            with self._outbox.writing() as connection:
                after = _position(connection) or 0
                _, end = self._service.reader.changed(after, BATCH)
                inbox.put(connection, self._told(after, end), now)
                connection.execute(update(cursors).where(cursors.c.name == CURSOR).values(position=end))
            self._seen = end

    def compose(self, message: Outgoing) -> Message | None:
        """Each fact that States Parties may see, in its own sentence; None where there is none."""
        (content,) = message.contents
        self._service.projector.catch_up()
        facts = [fact for event_id in content["event_ids"] for fact in self._seen_by(STATES_PARTIES, event_id)]
        if not facts:
            return None
        told = messages.announced(facts)
        return messages.repeated(told) if message.maybe_repeat else told

    def is_restricted(self, message: Outgoing) -> bool:
        """Where the public may not see all that States Parties may."""
        (content,) = message.contents
        self._service.projector.catch_up()
        told = [event_id for event_id in content["event_ids"] if self._seen_by(STATES_PARTIES, event_id)]
        return not all(self._seen_by(PUBLIC, event_id) for event_id in told)

    def arrived(self, message: Outgoing, posted: Posted) -> None:
        """Nothing follows: the cursor is past it."""

    def _seen_by(self, viewer: Audience, event_id: str) -> list[tuple[str, str]]:
        found = self._service.queries.log(viewer, Page(1), Moment(), event_id).items
        address = page(self._service.settings.base_url, "events", event_id)
        return [(str(orjson.loads(each)["summary"]), address) for each in found]

    def _told(self, after: int, end: int) -> list[Post]:
        channel = self._service.settings.slack_channel
        if not channel:
            return []
        return [
            Post(
                f"{ANNOUNCEMENT}:{each.event_ids[0]}",
                ANNOUNCEMENT,
                channel,
                {"event_ids": list(each.event_ids)},
                position=each.position,
            )
            for each in self._service.recorder.answers(after, end)
            if self._is_told(each)
        ]

    def _is_told(self, answer: LoggedAnswer) -> bool:
        """From Slack; a retraction where what it takes back was told."""
        if not answer.actor.startswith(FROM_SLACK) or answer.command in UNTOLD or not answer.event_ids:
            return False
        fact = self._fact(answer.event_ids[0])
        if isinstance(fact, FactRetracted):
            return self._fact(fact.corrects).recorded_by.startswith(FROM_SLACK)
        return not fact.ADMINISTRATIVE

    def _fact(self, event_id: str) -> Fact:
        streams, end = self._service.recorder.streams(event_id), self._service.reader.last_position()
        facts = (each.fact for thing in self._service.reader.things(streams, end) for each in thing)
        return next(fact for fact in facts if fact.event_id == event_id)


def _position(connection: Connection) -> int | None:
    return connection.scalar(select(cursors.c.position).where(cursors.c.name == CURSOR))
