"""Answers as posts: what was asked is kept, and answered when it is sent, for the eyes there are then."""

import time
from collections.abc import Callable
from dataclasses import replace

from adapters.outbox.post import Outgoing, Posted, Reply
from adapters.outbox.replies import HOLDS
from adapters.outbox.wire import FAILURES, Clients
from bots import messages
from bots.desk import Desk, Message, Press, Question
from bots.places import place_of
from bots.replies import reply_to, shared, turned

ASKED_AGAIN = 3
"""Tries, some seconds in all, until whoever waits is answered as if outsiders read along."""


class _ForSomebody:
    """Implements adapters.outbox.post.Kind, but for the words."""

    def is_restricted(self, message: Outgoing) -> bool:  # noqa: ARG002 - as of every kind
        """It is composed for the eyes of its place."""
        return False

    def arrived(self, message: Outgoing, posted: Posted) -> None:
        """Nothing follows."""


class Answering(_ForSomebody):
    """A question in a thread."""

    def __init__(self, desk: Desk, clients: Clients) -> None:
        self._desk, self._clients = desk, clients

    def compose(self, message: Outgoing) -> Message | None:
        """Ask the record now."""
        (content,) = message.contents
        question = Question(**content)
        shared = question.shared or (question.in_channel and self._is_shared(message))
        return _marked(reply_to(self._desk, replace(question, shared=shared)), message)

    def _is_shared(self, message: Outgoing) -> bool:
        """Slack tells it with the question; if not, of the channel. Where it does not say for long, outsiders may."""
        try:
            place = place_of(self._clients(message.team), message.conversation)
        except FAILURES:
            if message.tries < ASKED_AGAIN:
                raise
            return True
        return place.seen and place.outsiders


class Turning(_ForSomebody):
    """A press under an answer: another page, or what was meant."""

    def __init__(self, desk: Desk, now: Callable[[], float] = time.time) -> None:
        self._desk, self._now = desk, now

    def compose(self, message: Outgoing) -> Reply | None:
        """In place of what was pressed where nobody else sees it, otherwise beside it; too late, it is not missed."""
        (content,) = message.contents
        press = Press(**content)
        if self._now() - message.first_tried > HOLDS:
            return None
        how = {"response_type": "ephemeral", "replace_original": press.alone}
        thread = {"thread_ts": press.thread} if press.thread and not press.alone else {}
        said = turned(self._desk, press)
        return Reply(said if press.alone else _marked(said, message), press.response_url, how | thread)


class Sharing(_ForSomebody):
    """*Share here*: through the channel where the bot is, elsewhere by the way Slack left open for the press."""

    def __init__(self, desk: Desk, clients: Clients) -> None:
        self._desk, self._clients = desk, clients

    def compose(self, message: Outgoing) -> Message | Reply | None:
        """For whoever reads there now."""
        (content,) = message.contents
        press = Press(**content)
        place = place_of(self._clients(message.team), message.conversation)
        said = _marked(shared(self._desk, press, place), message)
        if place.member or not press.response_url:
            return said
        return Reply(said, press.response_url, {"response_type": "in_channel", "replace_original": False})


def _marked(said: Message, message: Outgoing) -> Message:
    return messages.repeated(said) if message.maybe_repeat else said
