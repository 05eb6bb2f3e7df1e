"""The fake itself: a workspace, what was posted to it, and the ways a test looks at it."""

import itertools
import threading
import time
from collections.abc import Callable
from typing import Any, Self, TypeVar

from .errors import SlackError
from .faults import Fault, Faults
from .modals import Modals
from .oauth import OAuth
from .pace import Pace
from .records import Call, Message, View
from .server import Server
from .socket_mode import SocketMode
from .tickets import ResponseUrl, Tickets
from .workspace import BOT_USER, SCOPES, Workspace

Seen = TypeVar("Seen")


class FakeSlack:
    """Serves Slack's Web API on loopback and remembers what the app does in one workspace, and in `another`."""

    def __init__(
        self,
        *,
        bot_token: str = "xoxb-fake-bot-token",
        team: str = "T1",
        enterprise: str | None = None,
        first: "FakeSlack | None" = None,
    ) -> None:
        self.bot_token = bot_token
        self.first = first or self
        self.teams: dict[str, FakeSlack] = {} if first is None else first.teams
        self.teams[team] = self
        self.scopes = set(SCOPES)
        self.token_error: str | None = None  # such as "token_revoked": what every call is told from then on
        self.workspace = Workspace(team, enterprise)
        self.tickets = Tickets()
        self.faults = Faults()
        self.pace = Pace(self.now)
        self.modals = Modals(team)
        self.messages: list[Message] = []
        self.ephemerals: list[Message] = []
        self.said: list[Message] = []
        self.calls: list[Call] = []
        self.crashes: list[str] = []
        self.changed = threading.Condition(threading.RLock()) if first is None else first.changed
        self.serving = 0
        """Requests that are not answered yet."""
        self._ahead = 0.0
        self._ticks = itertools.count(1)
        self._server = Server(self) if first is None else first._server
        self.oauth = OAuth() if first is None else first.oauth
        self.socket = SocketMode(self, "xapp-fake-app-token") if first is None else first.socket

    def __enter__(self) -> Self:
        self._server.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.stop()
        self._server.stop()

    def another(self, team: str) -> "FakeSlack":
        """One more workspace of the same Slack, with people, channels and a token of its own."""
        return FakeSlack(bot_token=f"xoxb-fake-token-of-{team}", team=team, first=self.first)

    def of_token(self, token: str) -> "FakeSlack":
        """The workspace in which a token holds."""
        found = next((team for team in self.teams.values() if team.bot_token == token), None)
        if found is None:
            raise SlackError("invalid_auth")
        return found

    @property
    def url(self) -> str:
        return self._server.url

    @property
    def api_url(self) -> str:
        """What `ICA_SLACK_API_URL` is set to."""
        return f"{self.url}/api/"

    @property
    def views(self) -> list[View]:
        """Every view ever shown, oldest first; `is_open` tells which still are."""
        return self.modals.views

    @property
    def refusals(self) -> list[Call]:
        """What Slack refused by its own rules: a healthy test ends with none."""
        return [call for call in self.calls if call.error and not call.scripted]

    def in_channel(self, channel: str) -> list[Message]:
        """What the app has standing in a channel, for all to see."""
        return [message for message in self.messages if message.channel == channel and not message.deleted]

    def now(self) -> float:
        return time.time() + self._ahead

    def advance(self, seconds: float) -> None:
        """Trigger ids and response URLs grow older at once."""
        self._ahead += seconds

    def next_ts(self) -> str:
        return f"{int(self.now())}.{next(self._ticks):06d}"

    def fail_next(self, method: str, *, times: int = 1, **fault: Any) -> None:
        """The next calls of this method (`*`: of any) meet this Fault."""
        with self.changed:
            self.faults.add(method, Fault(**fault), times)

    def say(self, channel: str, text: str, user: str = "U1", thread_ts: str | None = None) -> Message:
        """A person writes in a channel; the app is not told."""
        with self.changed:
            self.said.append(Message(channel, self.next_ts(), text, [], user, thread_ts=thread_ts, via="person"))
            return self.said[-1]

    def find(self, channel: str, ts: str) -> Message | None:
        """A message for all to see, whoever wrote it."""
        standing = (message for message in [*self.messages, *self.said] if not message.deleted)
        return next((message for message in standing if (message.channel, message.ts) == (channel, ts)), None)

    def invite(self, channel: str) -> None:
        self.workspace.channels[channel].members.add(BOT_USER)

    def kick(self, channel: str) -> None:
        self.workspace.channels[channel].members.discard(BOT_USER)

    def response_url(self, kind: str, channel: str, user: str, message: Message | None = None) -> str:
        with self.changed:
            ticket = ResponseUrl(channel, user, self.now(), message)
            return self.url + self.tickets.response_url(kind, ticket, self.workspace.team)

    def wait_for(self, condition: Callable[["FakeSlack"], Seen], timeout: float = 5.0) -> Seen:
        """Waits until the condition gives something true, and returns it."""
        with self.changed:
            if self.changed.wait_for(lambda: condition(self), timeout):
                return condition(self)
        raise AssertionError(f"not seen within {timeout} s; the calls so far: {self.calls}")

    def never(self, condition: Callable[["FakeSlack"], Any], within: float = 0.3) -> None:
        """Fails as soon as the condition gives something true."""
        with self.changed:
            if self.changed.wait_for(lambda: condition(self), within):
                raise AssertionError(f"seen, but it should not be: {condition(self)}")
