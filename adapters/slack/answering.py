"""An answer as a post: the question is kept, and answered when it is sent, for the eyes there are then."""

from dataclasses import replace

from adapters.outbox.post import Outgoing, Posted
from adapters.outbox.wire import FAILURES, Clients
from bots import messages
from bots.desk import Desk, Message, Question
from bots.places import place_of
from bots.replies import reply_to


class Answering:
    """Implements adapters.outbox.post.Kind."""

    def __init__(self, desk: Desk, clients: Clients) -> None:
        self._desk, self._clients = desk, clients

    def compose(self, message: Outgoing) -> Message | None:
        """Ask the record now."""
        (content,) = message.contents
        question = Question(**content)
        said = reply_to(self._desk, replace(question, shared=self._is_shared(question, message)))
        return messages.repeated(said) if message.maybe_repeat else said

    def _is_shared(self, question: Question, message: Outgoing) -> bool:
        """Slack tells it with the question; if not, of the channel. What it does not say changes nothing."""
        if question.shared or not question.in_channel:
            return question.shared
        try:
            place = place_of(self._clients(message.team), message.conversation)
        except FAILURES:
            return False
        return place.seen and place.outsiders

    def is_restricted(self, message: Outgoing) -> bool:  # noqa: ARG002 - as of every kind
        """It is composed for the eyes of its place."""
        return False

    def arrived(self, message: Outgoing, posted: Posted) -> None:
        """Nothing follows."""
