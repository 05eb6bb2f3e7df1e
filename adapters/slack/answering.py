"""An answer as a post: the question is kept, and answered when it is sent, for the eyes there are then."""

from adapters.outbox.post import Outgoing, Posted
from bots import messages
from bots.desk import Desk, Message, Question
from bots.replies import reply_to


class Answering:
    """Implements adapters.outbox.post.Kind."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def compose(self, message: Outgoing) -> Message | None:
        """Ask the record now."""
        (content,) = message.contents
        said = reply_to(self._desk, Question(**content))
        return messages.repeated(said) if message.maybe_repeat else said

    def is_restricted(self, message: Outgoing) -> bool:  # noqa: ARG002 - as of every kind
        """It is composed for the eyes of its place."""
        return False

    def arrived(self, message: Outgoing, posted: Posted) -> None:
        """Nothing follows."""
