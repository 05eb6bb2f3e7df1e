"""One pass of reminders: what is due is enqueued, then sent, then proven in the log."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from http.client import HTTPException
from typing import Any

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from adapters.reminders.outbox import Message, Outbox
from adapters.wiring import Service
from bots import reminder_messages
from bots.reminders import Reminder, due
from domain.actor import Actor
from domain.errors import KeyReused
from projections.audience import STATES_PARTIES
from projections.filters import DeadlineFilter
from projections.moment import Moment

HOUR = 9
"""Reminders go out at nine in the morning, where the Coordinators are."""
TRY_AGAIN_AFTER = 600.0
UNKNOWN_AGAIN_AFTER = 60.0
SERVER_ERROR = 500
WAITS = 20
LONGEST_PATIENCE = 30.0
"""Seconds for which a pass itself waits when Slack says that it comes too soon."""
SERVICE = Actor("service:reminders", operator=True)

log = structlog.get_logger(__name__)


@dataclass
class Pass:
    """What one pass did: how many reminders were told, and what refused the others."""

    sent: int = 0
    waited: int = 0
    refused: list[str] = field(default_factory=list)


class Ticker:
    """Sends what is due. At least once; a message that may be a second one says so."""

    def __init__(self, service: Service, client: WebClient, now: Callable[[], float] = time.time) -> None:
        self._service, self._client, self._now = service, client, now
        self._outbox = Outbox(service.engine)

    def tick(self, at: datetime) -> Pass:
        """One pass, as of a time."""
        self._service.projector.catch_up()
        day = day_of(at.astimezone(self._service.settings.zone))
        common = [channel for channel in [self._service.settings.slack_channel] if channel]
        self._outbox.enqueue(self._due(day, common), common)
        done = Pass()
        while message := self._outbox.claim(self._now()):
            self._send(message, day, done)
        done.refused += [f"{key}: {error}" for key, error in self._outbox.waiting() if error]
        self._service.projector.catch_up()
        return done

    def waiting(self) -> list[tuple[str, str | None]]:
        """What has not arrived yet, with the last error."""
        return self._outbox.waiting()

    def _due(self, day: date, common: list[str]) -> list[Reminder]:
        """Restricted facts are never announced, so only what States Parties may see is told."""
        queries = self._service.queries
        deadlines, _ = queries.deadlines(STATES_PARTIES, DeadlineFilter(), Moment(), day.isoformat())
        channels: dict[str, list[str]] = {"": common}
        for route in queries.routes(STATES_PARTIES):
            if {"deadlines", "outcomes"} & set(route["about"]):
                channels.setdefault(route["party"], []).append(route["to"])
        return due(deadlines, queries.reminders(STATES_PARTIES), channels, day)

    def _send(self, message: Message, day: date, done: Pass) -> None:
        try:
            answer = self._post(message)
        except SlackApiError as refusal:
            self._refused(message, refusal, done)
            return
        except (OSError, HTTPException) as problem:
            log.warning("slack_unreachable", problem=type(problem).__name__)
            error = f"Slack did not answer ({type(problem).__name__})"
            self._outbox.refused(message, error, self._now() + UNKNOWN_AGAIN_AFTER, maybe_sent=True)
            return
        self._prove(message, answer, day)
        self._outbox.sent(message)
        done.sent += len(message.reminders)

    def _refused(self, message: Message, refusal: SlackApiError, done: Pass) -> None:
        """Too soon: wait and go on, a few times. Broken: nobody knows whether it arrived. Else it did not."""
        error = str(refusal.response.get("error", refusal))
        patience = float(refusal.response.headers.get("Retry-After", TRY_AGAIN_AFTER))
        if error == "ratelimited" and patience <= LONGEST_PATIENCE and done.waited < WAITS:
            done.waited += 1
            time.sleep(patience)
            patience = 0.0
        broken = refusal.response.status_code >= SERVER_ERROR
        self._outbox.refused(message, error, self._now() + patience, maybe_sent=broken or message.maybe_repeat)

    def _post(self, message: Message) -> dict[str, Any]:
        thread = next((each.thread_ts for each in message.reminders if each.thread_ts), None)
        said = reminder_messages.text(message.reminders, maybe_repeat=message.maybe_repeat)
        shown = reminder_messages.blocks(
            message.id, message.reminders, maybe_repeat=message.maybe_repeat,
            base_url=self._service.settings.base_url,
        )  # fmt: skip
        answer = self._client.chat_postMessage(channel=message.channel, text=said, blocks=shown, thread_ts=thread)
        return {"ts": answer["ts"], "thread_ts": thread or answer["ts"]}

    def _prove(self, message: Message, answer: dict[str, Any], day: date) -> None:
        today = self._service.today()
        for each in message.reminders:
            body = {
                "deadline_id": each.deadline["id"],
                "rung": each.rung,
                "due_on": each.deadline["due_on"],
                "told_on": day.isoformat(),
                "channel": message.channel,
                "message_ts": answer["ts"],
                "thread_ts": answer["thread_ts"],
                "state": each.deadline["state"],
                "maybe_repeat": message.maybe_repeat,
                "occurred_on": min(day.isoformat(), today),
                "visibility": each.deadline["visibility"],
            }
            with suppress(KeyReused):  # it was proven by a pass whose lease ran out
                self._service.record(SERVICE, "note-reminder-sent", body, f"reminder:{each.key}")


def day_of(at: datetime) -> date:
    """The day whose reminders are due: before nine, still the day before."""
    return at.date() if at.hour >= HOUR else at.date() - timedelta(days=1)
