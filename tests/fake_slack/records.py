"""What the fake remembers: messages, views and calls."""

from dataclasses import dataclass, field
from typing import Any

from .kit.walk import words_of
from .workspace import APP_ID, BOT_ID, BOT_USER

BROADCASTS = ("<!channel", "<!here", "<!everyone")


@dataclass
class Message:
    """A message in a channel; with `to`, an ephemeral one that only this person sees."""

    channel: str
    ts: str
    text: str
    blocks: list[dict[str, Any]]
    author: str = BOT_USER
    to: str | None = None
    thread_ts: str | None = None
    via: str = "chat.postMessage"
    metadata: dict[str, Any] | None = None
    deleted: bool = False
    earlier: list[tuple[str, list[dict[str, Any]]]] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Everything a person can read in it: the text, then every piece of text of its blocks."""
        return "\n".join([self.text, *words_of(self.blocks)])

    @property
    def wakes_everyone(self) -> bool:
        return any(broadcast in self.words for broadcast in BROADCASTS)

    def replace(self, text: str, blocks: list[dict[str, Any]]) -> None:
        self.earlier.append((self.text, self.blocks))
        self.text, self.blocks = text, blocks

    def payload(self) -> dict[str, Any]:
        told: dict[str, Any] = {"type": "message", "user": self.author, "text": self.text, "ts": self.ts}
        if self.author == BOT_USER:
            told |= {"bot_id": BOT_ID, "app_id": APP_ID}
        if self.blocks:
            told["blocks"] = self.blocks
        if self.thread_ts:
            told["thread_ts"] = self.thread_ts
        if self.metadata:
            told["metadata"] = self.metadata
        return told


@dataclass
class View:
    """A modal or a Home tab as one person has it before them."""

    id: str
    hash: str
    user: str
    team: str
    spec: dict[str, Any]
    root_view_id: str
    previous_view_id: str | None = None
    is_open: bool = True
    earlier: list[dict[str, Any]] = field(default_factory=list)

    @property
    def type(self) -> str:
        return str(self.spec["type"])

    @property
    def callback_id(self) -> str:
        return str(self.spec.get("callback_id", ""))

    @property
    def private_metadata(self) -> str:
        return str(self.spec.get("private_metadata", ""))

    @property
    def title(self) -> str:
        return str(self.spec["title"]["text"])

    @property
    def blocks(self) -> list[dict[str, Any]]:
        return self.spec["blocks"]

    @property
    def inputs(self) -> dict[str, dict[str, Any]]:
        """The input blocks by block_id: the places under which an error may stand."""
        return {block["block_id"]: block for block in self.blocks if block["type"] == "input"}

    @property
    def words(self) -> str:
        return "\n".join(words_of([self.spec.get("title", {}), self.blocks]))

    def payload(self, values: dict[str, Any] | None = None) -> dict[str, Any]:
        empty = {"submit": None, "close": None, "clear_on_close": False, "notify_on_close": False}
        words = {"private_metadata": "", "callback_id": "", "external_id": ""}
        ids = {"id": self.id, "team_id": self.team, "app_id": APP_ID, "bot_id": BOT_ID, "hash": self.hash}
        place = {"root_view_id": self.root_view_id, "previous_view_id": self.previous_view_id}
        return {**empty, **words, **self.spec, **ids, **place, "state": {"values": values or {}}}


@dataclass(frozen=True)
class Call:
    """One call of the Web API or of a response_url, and how it ended."""

    method: str
    args: dict[str, Any]
    error: str | None = None
    messages: tuple[str, ...] = ()
    scripted: bool = False
