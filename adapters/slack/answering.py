"""An answer as a post: the question is kept, and answered when it is sent, for the eyes there are then."""

from dataclasses import replace

from adapters.outbox.outsiders import Outsiders
from adapters.outbox.post import Outgoing, Posted
from bots import messages
from bots.desk import Desk, Message, Question
from bots.replies import reply_to


class Answering:
    """Implements adapters.outbox.post.Kind."""

    def __init__(self, desk: Desk, outsiders: Outsiders) -> None:
        self._desk, self._outsiders = desk, outsiders

    def compose(self, message: Outgoing) -> Message | None:
        """Ask the record now; where outsiders read, for the public, also if Slack did not say so with the question."""
        (content,) = message.contents
        question = Question(**content)
        shared = question.shared or (question.in_channel and self._outsiders.read(message))
        said = reply_to(self._desk, replace(question, shared=shared))
        return messages.repeated(said) if message.maybe_repeat else said

    def is_restricted(self, message: Outgoing) -> bool:  # noqa: ARG002 - as of every kind
        """It is composed for the eyes of its place."""
        return False

    def arrived(self, message: Outgoing, posted: Posted) -> None:
        """Nothing follows."""
