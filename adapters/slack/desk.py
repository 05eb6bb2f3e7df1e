"""The running record as the bot sees it, and the outbox for what it says later."""

import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict
from datetime import tzinfo

import orjson
import structlog
from slack_sdk.errors import SlackApiError

from adapters.outbox.outbox import Outbox
from adapters.outbox.post import ANSWER, SHARED, TURNED, Post
from adapters.wiring import Service
from bots.desk import Message, Press, Question, Recorded, StillRecording
from bots.questions.asker import Names
from domain.actor import Actor
from domain.errors import DomainError, RecordUnavailable
from domain.memory import Receipt
from projections.audience import COORDINATORS
from projections.moment import Moment
from projections.page import Page
from projections.queries import Queries

PATIENCE, A_MOMENT, LOOKING = 2.0, 0.5, 1.5
"""Seconds to wait for a command, then for the views, and for an answer: Slack waits three."""

log = structlog.get_logger(__name__)


class ServiceDesk:
    """Implements bots.desk.Desk over a running service."""

    def __init__(self, service: Service) -> None:
        self._service, self._outbox = service, Outbox(service.engine)
        self._inbox = ThreadPoolExecutor(max_workers=2, thread_name_prefix="slack-inbox")
        self._asking = ThreadPoolExecutor(max_workers=40, thread_name_prefix="slack-answers")
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
            receipt = self._service.writer.submit(command).result(PATIENCE)
        except TimeoutError:
            raise StillRecording from None
        self._service.bell.ring()
        return receipt

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

    def sentence(self, recorded: Recorded) -> str | None:
        """What was recorded, in the words of its history, once the views show it."""
        if not self._service.projector.wait_for(recorded.position, A_MOMENT):
            return None
        found = self.queries.log(COORDINATORS, Page(1), Moment(), recorded.event_ids[0]).items
        return str(orjson.loads(found[0])["summary"]) if found else None

    def first_delivery(self, delivery: str) -> bool:
        """Whether Slack delivers this for the first time; whoever pressed does not wait long to be told."""
        try:
            return self._inbox.submit(self._outbox.first, delivery).result(A_MOMENT)
        except TimeoutError:
            raise RecordUnavailable("The database is busy.") from None

    def answer_once(self, key: str, channel: str, thread: str, question: Question, workspace: str) -> bool:
        """The key and the question are kept together or not at all."""
        asked = asdict(question)
        return self._put(Post(key, ANSWER, channel, asked, thread, question.user, workspace))

    def in_time(self, work: Callable[[], Message]) -> Message | None:
        """What comes of it within Slack's patience; None where that takes longer."""
        try:
            return self._asking.submit(work).result(LOOKING)
        except TimeoutError:
            return None

    def later(self, work: Callable[[], object]) -> None:
        """Do something after the acknowledgement; what fails is logged, without any words of it."""
        self._later.submit(_safely, work)

    def press_once(
        self, key: str, press: Press, channel: str, workspace: str, *, share: bool = False, within: float = PATIENCE
    ) -> bool:
        """The key and the press are kept together or not at all; whoever pressed does not wait long."""
        kind = SHARED if share else TURNED
        post = Post(key, kind, channel, asdict(press), press.thread, press.user, workspace)
        try:
            return self._inbox.submit(self._put, post).result(within)
        except TimeoutError:
            raise StillRecording from None

    def _put(self, post: Post) -> bool:
        new = self._outbox.put_once(post, time.time())
        self._service.bell.ring()
        return new


def _safely(work: Callable[[], object]) -> None:
    try:
        work()
    except Exception as problem:  # noqa: BLE001 - nobody waits for it; the log is told
        log.error("slack_not_answered", problem=type(problem).__name__, said=code_of(problem))  # noqa: TRY400


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
