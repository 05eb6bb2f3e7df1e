"""One pass of reminders: what is due is enqueued, then sent, then proven in the log."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import structlog
from slack_sdk import WebClient

from adapters.reminders.dates import first_seen
from adapters.reminders.outbox import LEASE_SECONDS, Outbox
from adapters.reminders.postman import Postman
from adapters.wiring import Service
from bots.recipients import Recipients, recipients
from bots.reminder_threads import messages
from bots.reminders import Reminder, due
from bots.waiting import waiting
from projections.audience import COORDINATORS, STATES_PARTIES
from projections.filters import DeadlineFilter
from projections.moment import Moment

HOUR = 9
"""Reminders go out at nine in the morning, where the Coordinators are."""
GIVES_UP_AFTER = 3
"""Messages in a row that did not reach Slack: the next pass is a minute away."""
LOOKS_AGAIN_AFTER = 0.2
PATIENCE = 2 * LEASE_SECONDS
"""Seconds that a pass which wants everything out waits for what other processes are sending."""

log = structlog.get_logger(__name__)


@dataclass
class Pass:
    """What one pass did: how many reminders were told, and what still waits, with its cause."""

    sent: int = 0
    waiting: list[tuple[Reminder, str | None]] = field(default_factory=list)

    @property
    def refused(self) -> list[str]:
        """What waits, in words."""
        return [f"{each.key}: {error or 'not tried'}" for each, error in self.waiting]


class Ticker:
    """Sends what is due. At least once; a message that may be a second one says so."""

    def __init__(
        self, service: Service, client: WebClient, now: Callable[[], float] = time.time,
        pause: Callable[[float], object] = time.sleep, ended: Callable[[], bool] = lambda: False,
    ) -> None:  # fmt: skip
        self._service, self._now, self._pause, self._ended = service, now, pause, ended
        self._outbox = Outbox(service.engine)
        self._postman = Postman(service, client, self._outbox, now, pause)
        self._nothing_since: tuple[str, int] | None = None

    def tick(self, at: datetime, *, at_once: bool = False) -> Pass:
        """One pass, as of a time; `at_once` also tries what was refused, and waits for what others are sending."""
        self._service.projector.catch_up()
        day = day_of(at.astimezone(self._service.settings.zone))
        done = Pass()
        if self._nothing_since != (day.isoformat(), self._service.recorder.last_position()):
            self._enqueue(day)
        self._deliver(day, done, at_once=at_once)
        self._service.projector.catch_up()
        done.waiting = self._outbox.waiting()
        seen = (day.isoformat(), self._service.recorder.last_position())
        self._nothing_since = None if done.sent or done.waiting else seen
        return done

    def _enqueue(self, day: date) -> None:
        """Restricted facts are never announced, so only what States Parties may see is told."""
        queries, common = self._service.queries, [each for each in [self._service.settings.slack_channel] if each]
        deadlines, position = queries.deadlines(STATES_PARTIES, DeadlineFilter(), Moment(), day.isoformat())
        sent, known = queries.reminders(STATES_PARTIES), first_seen(self._service.engine, deadlines)
        outstanding = [*deadlines, *waiting(queries, day.isoformat())]
        found = due(outstanding, sent, recipients(common, queries.routes(COORDINATORS)), known, day)
        self._outbox.enqueue(messages(found, sent, common), day.isoformat(), position, self._now())

    def _deliver(self, day: date, done: Pass, *, at_once: bool) -> None:
        tried: set[str] = set()
        lost, until = 0, self._now() + PATIENCE
        while lost < GIVES_UP_AFTER and not self._ended():
            now = self._now()
            ready = [each for each in self._outbox.ready(now, at_once=at_once) if each not in tried]
            if not ready:
                if not at_once or now > until or not self._outbox.under_way(now, until):
                    return
                self._pause(LOOKS_AGAIN_AFTER)
                continue
            delivered = self._postman.deliver(ready[0], day)
            if not (delivered.elsewhere and at_once and now <= until):  # whoever has it may have to give it back
                tried.add(ready[0])
            done.sent += delivered.reminders
            lost = lost + 1 if delivered.unreachable else 0


def due_without_slack(service: Service, at: datetime) -> int:
    """How many reminders somebody would get, were there a channel: nothing is sent or noted."""
    day = day_of(at.astimezone(service.settings.zone))
    deadlines, _ = service.queries.deadlines(STATES_PARTIES, DeadlineFilter(), Moment(), day.isoformat())
    outstanding = [*deadlines, *waiting(service.queries, day.isoformat())]
    return len(due(outstanding, service.queries.reminders(STATES_PARTIES), Recipients(("nobody",)), {}, day))


def day_of(at: datetime) -> date:
    """The day whose reminders are due: before nine, still the day before."""
    return at.date() if at.hour >= HOUR else at.date() - timedelta(days=1)
