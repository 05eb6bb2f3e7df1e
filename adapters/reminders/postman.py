"""Brings one message to Slack: waits when told to, tries again what may pass, and proves in the log what arrived."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

import structlog
from slack_sdk import WebClient

from adapters.reminders.outbox import PROVEN_BY, Message, Outbox, Posted, proof_key
from adapters.reminders.sending import FAILURES, Refusal, post, refusal
from adapters.wiring import Service
from domain.actor import Actor
from domain.errors import KeyReused, RecordUnavailable

TRIES = 3
BETWEEN_TRIES = 1.0
MOST_WAITS = 20
"""How often one message is held back because it comes too soon, before the pass goes on without it."""
LONGEST_WAIT = 60.0
AGAIN_AFTER, LASTING_AGAIN_AFTER = 60.0, 600.0
"""Seconds until a later pass tries again: what may pass by itself, and what somebody has to mend."""
SERVICE = Actor(PROVEN_BY, operator=True)

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Delivered:
    """How many reminders arrived; `unreachable` where Slack could not be asked, `elsewhere` where others have it."""

    reminders: int = 0
    unreachable: bool = False
    elsewhere: bool = False


class Postman:
    """For one pass after another; `pause` waits some seconds, and is true where the service ends meanwhile."""

    def __init__(
        self, service: Service, client: WebClient, outbox: Outbox, now: Callable[[], float],
        pause: Callable[[float], object],
    ) -> None:  # fmt: skip
        self._service, self._client, self._outbox, self._now, self._pause = service, client, outbox, now, pause

    def deliver(self, name: str, day: date) -> Delivered:
        """Send a message, unless another process does."""
        tries = waits = 0
        while message := self._outbox.claim(name, self._now()):
            try:
                posted = message.posted or self._post(message)
            except FAILURES as problem:
                refused = refusal(problem)
                self._keep(message, refused)
                tries, waits = (tries, waits + 1) if refused.wait is not None else (tries + 1, waits)
                if not refused.passing or tries == TRIES or waits > MOST_WAITS or (refused.wait or 0) > LONGEST_WAIT:
                    return Delivered(unreachable=refused.passing and refused.wait is None)
                if self._pause(BETWEEN_TRIES * tries if refused.wait is None else refused.wait):
                    return Delivered()
                continue
            return self._proven(message, posted, day)
        return Delivered(elsewhere=True)

    def _post(self, message: Message) -> Posted:
        posted = post(self._client, message, self._service.settings.base_url)
        self._outbox.posted(message, posted)
        return posted

    def _keep(self, message: Message, refused: Refusal) -> None:
        log.warning("reminder_not_sent", error=refused.error, channel=message.channel)
        wait = refused.wait if refused.wait is not None else AGAIN_AFTER if refused.passing else LASTING_AGAIN_AFTER
        self._outbox.refused(
            message, refused.error, self._now() + wait, unknown=refused.unknown or message.maybe_repeat,
            lasting=not refused.passing,
        )  # fmt: skip

    def _proven(self, message: Message, posted: Posted, day: date) -> Delivered:
        try:
            for reminder in message.reminders:
                with suppress(KeyReused):  # it was proven by a pass whose lease ran out
                    body = _proof(message, posted, day, self._service.today()) | {
                        "deadline_id": reminder.deadline["id"],
                        "rung": reminder.rung,
                        "due_on": reminder.deadline["due_on"] or reminder.changed_from,
                        "state": reminder.deadline["state"],
                        "donor": reminder.deadline.get("donor") or reminder.deadline.get("lead"),
                        "visibility": reminder.deadline["visibility"],
                    }
                    self._service.record(SERVICE, "note-reminder-sent", body, proof_key(reminder.key))
        except RecordUnavailable as problem:
            self._keep(message, Refusal(f"posted, but the record did not take it: {problem}", passing=True))
            return Delivered()
        self._outbox.sent(message)
        return Delivered(len(message.reminders))


def _proof(message: Message, posted: Posted, day: date, today: str) -> dict[str, object]:
    return {
        "told_on": day.isoformat(),
        "channel": message.channel,
        "message_ts": posted.ts,
        "thread_ts": posted.thread_ts,
        "posted_in": posted.channel,
        "maybe_repeat": message.maybe_repeat,
        "occurred_on": min(day.isoformat(), today),
    }
