"""The running record as the bot sees it, and the thread in which it answers later."""

import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import tzinfo

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from adapters.wiring import Service
from bots.desk import Message, StillRecording
from bots.questions.asker import Names
from domain.actor import Actor
from domain.errors import DomainError
from domain.memory import Receipt
from projections.queries import Queries

PATIENCE = 2.0
"""Seconds to wait for a command: Slack waits three for the answer."""

log = structlog.get_logger(__name__)


class ServiceDesk:
    """Implements bots.desk.Desk over a running service."""

    def __init__(self, service: Service, client: WebClient) -> None:
        self._service, self._client = service, client
        self._later = ThreadPoolExecutor(max_workers=4, thread_name_prefix="slack-replies")

    @property
    def queries(self) -> Queries:
        """The one door for reading."""
        return self._service.queries

    @property
    def names(self) -> Names:
        """How names become codes."""
        return self._service.coordination.names

    @property
    def base_url(self) -> str:
        """Where the pages are."""
        return self._service.settings.base_url

    @property
    def zone(self) -> tzinfo:
        """Where a day begins and ends."""
        return self._service.settings.zone

    def today(self) -> str:
        """The day it is there."""
        return self._service.today()

    def who(self, team: str, user: str) -> Actor:
        """Someone in Slack, with the roles held now."""
        return self._service.access.by_slack(team, user)

    def record(self, by: Actor, name: str, body: Mapping[str, object], key: str) -> Receipt:
        """Record a command within Slack's patience; raises StillRecording where the database takes longer."""
        command = self._service.coordination.receive(by, name, body, key)
        try:
            return self._service.writer.submit(command).result(PATIENCE)
        except TimeoutError:
            raise StillRecording from None

    def record_each(self, by: Actor, name: str, bodies: Mapping[str, Mapping[str, object]]) -> list[DomainError | None]:
        """Record one command for each key within Slack's patience; what each was refused with."""
        until = time.monotonic() + PATIENCE
        begun = [self._begun(by, name, body, key) for key, body in bodies.items()]
        return [_refusal(each, until) for each in begun]

    def _begun(self, by: Actor, name: str, body: Mapping[str, object], key: str) -> "Future[Receipt] | DomainError":
        try:
            return self._service.writer.submit(self._service.coordination.receive(by, name, body, key))
        except DomainError as refused:
            return refused

    def first_delivery(self, delivery: str) -> bool:
        """Whether Slack delivers this for the first time."""
        return self._service.recorder.first_delivery(delivery, self._service.now())

    def reply(self, channel: str, thread: str, compose: Callable[[], Message]) -> None:
        """Compose and post after the acknowledgement; what fails is logged, without any words of it."""
        self._later.submit(self._reply, channel, thread, compose)

    def _reply(self, channel: str, thread: str, compose: Callable[[], Message]) -> None:
        try:
            message = compose()
            self._client.chat_postMessage(
                channel=channel, thread_ts=thread, text=message.text, blocks=message.blocks,
                unfurl_links=False, unfurl_media=False,
            )  # fmt: skip
        except Exception as problem:  # noqa: BLE001 - nobody waits for it; the log is told
            log.error("slack_reply_failed", channel=channel, problem=type(problem).__name__, said=code_of(problem))  # noqa: TRY400


def _refusal(begun: "Future[Receipt] | DomainError", until: float) -> DomainError | None:
    if isinstance(begun, DomainError):
        return begun
    try:
        begun.result(max(0.0, until - time.monotonic()))
    except TimeoutError:
        raise StillRecording from None
    except DomainError as refused:
        return refused
    return None


def code_of(problem: Exception) -> str:
    """Slack's own code for a refusal (`channel_not_found`), or why Slack was not reached."""
    if isinstance(problem, SlackApiError):
        return str(problem.response.get("error", ""))
    return str(problem)[:200] if isinstance(problem, OSError) else ""
