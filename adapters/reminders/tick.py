"""One pass of reminders: what is due is enqueued, then sent, then proven in the log."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from adapters.outbox.inbox import forget_old
from adapters.outbox.outbox import Outbox
from adapters.outbox.post import DIGEST, REMINDER
from adapters.outbox.sender import Sender, Shown
from adapters.reminders.dates import first_seen
from adapters.reminders.digests import Digests
from adapters.reminders.tables import metadata as dates_kept
from adapters.reminders.waiting import enqueue, waiting
from adapters.wiring import Service
from bots.recipients import Recipients, recipients
from bots.reminder_threads import messages
from bots.reminders import Reminder, due
from bots.waiting import what_waits
from projections.audience import COORDINATORS, STATES_PARTIES
from projections.filters import DeadlineFilter
from projections.moment import Moment

HOUR = 9
"""Reminders go out at nine in the morning, where the Coordinators are."""


@dataclass
class Pass:
    """What one pass did: how many reminders were told, whether a digest was, and what still waits, with its cause."""

    sent: int = 0
    waiting: list[tuple[Reminder, str | None]] = field(default_factory=list)
    digests: int = 0
    digests_waiting: list[str] = field(default_factory=list)

    @property
    def refused(self) -> list[str]:
        """What waits, in words."""
        return [f"{each.key}: {error or 'not tried'}" for each, error in self.waiting]


class Ticker:
    """Takes in what is due, and sends it. At least once; a message that may be a second one says so."""

    def __init__(self, service: Service, outbox: Outbox, sender: Sender, now: Callable[[], float] = time.time) -> None:
        self._service, self._outbox, self._sender, self._now = service, outbox, sender, now
        self._digests = Digests(service, outbox, now)
        self._nothing_since: tuple[str, int] | None = None
        self._looked_on: date | None = None
        with outbox.writing() as connection:
            dates_kept.create_all(connection)

    def tick(
        self, at: datetime, *, at_once: bool = False, shown: Shown = lambda _arrived, _waiting: None
    ) -> Pass:  # fmt: skip
        """One pass, as of a time; `at_once` also tries what was refused, and waits for what others are sending."""
        self.take_in(at)
        arrived = self._sender.send_all(at_once=at_once, shown=shown)
        self._service.projector.catch_up()
        sent = sum(len(each.contents) for each in arrived if each.kind == REMINDER)
        digests = sum(each.kind == DIGEST for each in arrived)
        return Pass(sent, waiting(self._outbox), digests, self._digests.waiting())

    def take_in(self, at: datetime) -> None:
        """What is due, as of a time, waits to be sent from now on."""
        self._service.projector.catch_up()
        at = at.astimezone(self._service.settings.zone)
        day = day_of(at)
        seen = (day.isoformat(), self._service.recorder.last_position())
        if self._nothing_since != seen:
            self._enqueue(day)
            self._nothing_since = None if waiting(self._outbox) else seen
        self._digests.take_in(day, at)
        self._looked_on = day
        with self._outbox.writing() as connection:
            forget_old(connection, self._service.now())

    def held(self) -> frozenset[str]:
        """What waits until this process has looked at the day: what was left over from another may be due no more."""
        today = day_of(self._service.now().astimezone(self._service.settings.zone))
        return frozenset() if self._looked_on == today else frozenset({REMINDER, DIGEST})

    def _enqueue(self, day: date) -> None:
        """Restricted facts are never announced, so only what States Parties may see is told."""
        queries, common = self._service.queries, [each for each in [self._service.settings.slack_channel] if each]
        deadlines, position = queries.deadlines(STATES_PARTIES, DeadlineFilter(), Moment(), day.isoformat())
        sent, known = queries.reminders(STATES_PARTIES), first_seen(self._service.engine, deadlines)
        outstanding = [*deadlines, *what_waits(queries, day.isoformat())]
        found = due(outstanding, sent, recipients(common, queries.routes(COORDINATORS)), known, day)
        enqueue(self._outbox, messages(found, sent, common), day.isoformat(), position, self._now())


def due_without_slack(service: Service, at: datetime) -> int:
    """How many reminders somebody would get, were there a channel: nothing is sent or noted."""
    day = day_of(at.astimezone(service.settings.zone))
    deadlines, _ = service.queries.deadlines(STATES_PARTIES, DeadlineFilter(), Moment(), day.isoformat())
    outstanding = [*deadlines, *what_waits(service.queries, day.isoformat())]
    return len(due(outstanding, service.queries.reminders(STATES_PARTIES), Recipients(("nobody",)), {}, day))


def day_of(at: datetime) -> date:
    """The day whose reminders are due: before nine, still the day before."""
    return at.date() if at.hour >= HOUR else at.date() - timedelta(days=1)
