"""A post before it is sent, and a message on its way."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from adapters.workspaces import place_of
from bots.desk import Message

ANSWER, TURNED, SHARED, NOTICE, ALERT, ANNOUNCEMENT, REMINDER, DIGEST = (
    "answer", "turned", "shared", "notice", "alert", "announcement", "reminder", "digest",
)  # fmt: skip
RANKS = {ANSWER: 0, TURNED: 0, SHARED: 0, NOTICE: 0, ALERT: 1, ANNOUNCEMENT: 1, REMINDER: 2, DIGEST: 3}
"""Who waits for an answer comes first."""
FOR_SOMEBODY = frozenset({ANSWER, TURNED, SHARED, NOTICE})
"""Somebody asked for it just now: where it cannot be posted, that person is told, and it is over."""
ASIDE = frozenset({TURNED})
"""For the eyes of whoever pressed: no channel's pace holds it back, and in no channel is it found again."""


@dataclass(frozen=True)
class Post:
    """What is to be posted once. `person` is the Slack user who waits for it."""

    key: str
    kind: str
    channel: str
    content: Mapping[str, Any]
    thread: str | None = None
    person: str | None = None
    workspace: str = ""
    position: int = 0
    """Of the fact that it tells."""


@dataclass(frozen=True)
class Posted:
    """Where a message stands in Slack."""

    ts: str
    thread_ts: str
    channel: str


@dataclass(frozen=True)
class Outgoing:
    """One message to one channel; `maybe_repeat` where nobody knows if it arrived."""

    id: str
    kind: str
    workspace: str
    channel: str
    thread: str | None
    person: str | None
    contents: tuple[dict[str, Any], ...]
    day: str
    tries: int
    first_tried: float
    maybe_repeat: bool
    posted: Posted | None
    error: str | None

    @property
    def team(self) -> str:
        """The workspace, where one is named: beside the channel, or before it as `TEAM/CHANNEL`."""
        return self.workspace or place_of(self.channel)[0]

    @property
    def conversation(self) -> str:
        """The channel or person by the id that Slack knows."""
        return place_of(self.channel)[1]


@dataclass(frozen=True)
class Reply:
    """Words that go by the address Slack gave for a press; `how` says who sees them, and where."""

    words: Message
    url: str
    how: Mapping[str, Any]


class Kind(Protocol):
    """What a kind of post says, and what follows once it stands in Slack."""

    def compose(self, message: Outgoing) -> Message | Reply | None:
        """The words, as of now; None where there is nothing to say any more."""

    def is_restricted(self, message: Outgoing) -> bool:
        """Whether it would tell, unasked, what the public may not see."""

    def arrived(self, message: Outgoing, posted: Posted) -> None:
        """Note it; raises RecordUnavailable where that is to be tried again."""


class Plain:
    """Words that are ready; nothing follows."""

    def compose(self, message: Outgoing) -> Message | None:
        """As they were written."""
        (content,) = message.contents
        return Message(content["text"], content["blocks"])

    def is_restricted(self, message: Outgoing) -> bool:  # noqa: ARG002 - as of every kind
        """For whose eyes it is was decided when it was written."""
        return False

    def arrived(self, message: Outgoing, posted: Posted) -> None:
        """It is there, and that is all."""
