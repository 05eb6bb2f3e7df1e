"""What the bot works with: the record's two doors, people, and the way to answer later."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Any, Protocol

from bots.questions.asker import Asker, Names
from domain.actor import Actor
from domain.errors import DomainError
from projections.audience import Audience
from projections.queries import Queries


class Recorded(Protocol):
    """The receipt of a command."""

    @property
    def id(self) -> str:
        """The id of what was made."""

    @property
    def event_ids(self) -> tuple[str, ...]:
        """The facts that were recorded, the one that was asked for first."""

    @property
    def position(self) -> int:
        """Where the last of them stands in the log."""

    @property
    def recorded_at(self) -> str:
        """When it was recorded."""


class StillRecording(Exception):
    """The database is busy; whether this was recorded shows when the same is sent again."""


@dataclass(frozen=True)
class Message:
    """A text for notifications, and the blocks that people see."""

    text: str
    blocks: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Question:
    """What somebody asked, and before whom: enough to answer it later."""

    text: str
    team: str
    user: str
    in_channel: bool
    shared: bool = False
    """Whether people of other organisations read along."""


@dataclass(frozen=True)
class Press:
    """What somebody pressed under an answer, and the address Slack gave for that: enough to answer it later."""

    question: str
    start: int
    team: str
    user: str
    response_url: str
    alone: bool
    """Whether nobody else sees the message: the answer takes its place."""
    shareable: bool
    thread: str | None = None


class Desk(Protocol):
    """Built by whoever wires the service; listeners know nothing else of it."""

    @property
    def queries(self) -> Queries:
        """The one door for reading."""

    @property
    def names(self) -> Names:
        """How names become codes."""

    @property
    def base_url(self) -> str:
        """Where the pages are."""

    @property
    def zone(self) -> tzinfo:
        """Where a day begins and ends."""

    def today(self) -> str:
        """The day it is there."""

    def who(self, team: str, user: str) -> Actor:
        """Someone in Slack, with the roles held now."""

    def record(self, by: Actor, name: str, body: Mapping[str, object], key: str) -> Recorded:
        """Record a command; raises DomainError, RecordUnavailable, or StillRecording while that is not certain."""

    def record_each(self, by: Actor, name: str, bodies: Mapping[str, Mapping[str, object]]) -> list[DomainError | None]:
        """Record one command for each key, together; what each was refused with. Raises as `record` does otherwise."""

    def sentence(self, recorded: Recorded) -> str | None:
        """What was recorded, as States Parties may read it or else the Coordinators; None where views are late."""

    def first_delivery(self, delivery: str) -> bool:
        """Whether Slack delivers this for the first time; raises RecordUnavailable."""

    def answer_once(self, key: str, channel: str, thread: str, question: Question, workspace: str) -> bool:
        """Answer in a thread, after the acknowledgement, for the eyes there are then; False where the key was seen.

        Raises RecordUnavailable: then nothing was kept, and Slack sends it again.
        """

    def press_once(
        self, key: str, press: Press, channel: str, workspace: str, *, share: bool = False, within: float = 2.0
    ) -> bool:
        """Answer a press after the acknowledgement; to all in the channel with `share`. False where the key was seen.

        Raises RecordUnavailable, or StillRecording while that is not certain.
        """

    def in_time(self, work: Callable[[], Message]) -> Message | None:
        """What comes of it within Slack's patience; None where that takes longer."""

    def later(self, work: Callable[[], object]) -> None:
        """Do something after the acknowledgement; what fails is logged."""


def asker(desk: Desk, viewer: Audience) -> Asker:
    """A question put at this desk, for some eyes."""
    return Asker(viewer, desk.queries, desk.names, desk.today(), desk.base_url, desk.zone)
