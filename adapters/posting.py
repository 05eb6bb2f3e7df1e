"""What is told in Slack later, whatever its kind: one outbox, and who sends from it."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property

from adapters.outbox.announcements import Announcements
from adapters.outbox.outbox import SPACING, Outbox
from adapters.outbox.post import ALERT, ANNOUNCEMENT, ANSWER, DIGEST, NOTICE, REMINDER, SHARED, TURNED, Kind, Plain
from adapters.outbox.postman import Postman
from adapters.outbox.sender import Sender
from adapters.outbox.trouble import Trouble
from adapters.outbox.wire import TIMEOUT, Clients, slack_clients
from adapters.reminders.digests import Digesting
from adapters.reminders.kind import Reminding
from adapters.reminders.tick import Ticker
from adapters.slack.answering import Answering, Sharing, Turning
from adapters.slack.desk import ServiceDesk
from adapters.wiring import Service

SENDERS = 3
"""Threads that send: one slow answer of Slack does not hold back the others."""


class PostOffice:
    """Everything that sends for one running record."""

    def __init__(
        self, service: Service, clients: Clients | None = None, *, now: Callable[[], float] = time.time,
        pause: Callable[[float], object] = time.sleep, ended: Callable[[], bool] = lambda: False,
        spacing: float = SPACING,
    ) -> None:  # fmt: skip
        self._service, self._now = service, now
        self.outbox = Outbox(service.engine, spacing)
        self.announcements = Announcements(service, self.outbox)
        plain, desk = Plain(), ServiceDesk(service)
        clients = clients or slack_clients(service.workspaces)
        kinds: dict[str, Kind] = {
            ANSWER: Answering(desk, clients),
            TURNED: Turning(desk, now),
            SHARED: Sharing(desk, clients),
            NOTICE: plain,
            ALERT: plain,
            ANNOUNCEMENT: self.announcements,
            REMINDER: Reminding(service),
            DIGEST: Digesting(service),
        }
        trouble = Trouble(clients, service.settings.slack_channel)
        postman = Postman(self.outbox, clients, kinds, trouble, now)
        self.sender = Sender(self.outbox, postman, now, pause, ended)

    @cached_property
    def ticker(self) -> Ticker:
        """Passes of reminders."""
        return Ticker(self._service, self.outbox, self.sender, self._now)

    def take_in(self) -> None:
        """What is to be told of the log."""
        self.announcements.follow(self._now())


@contextmanager
def sending(service: Service, spacing: float = SPACING) -> Iterator[PostOffice]:
    """What waits is sent, by threads of this process and of any other, until it ends."""
    ended = threading.Event()
    office = PostOffice(service, pause=ended.wait, ended=ended.is_set, spacing=spacing)
    office.announcements.begin()
    senders = [
        threading.Thread(
            target=office.sender.follow,
            args=(service.bell, office.take_in, office.ticker.held),
            name=f"sender-{number}",
            daemon=True,
        )
        for number in range(SENDERS)
    ]
    for each in senders:
        each.start()
    try:
        yield office
    finally:
        ended.set()
        service.bell.ring()
        over = time.monotonic() + TIMEOUT + 2  # what is on the wire now is waited for
        for each in senders:
            each.join(max(0.0, over - time.monotonic()))
