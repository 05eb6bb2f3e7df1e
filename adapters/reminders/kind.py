"""A reminder as a post: how it reads when it is sent, and its proof in the log."""

from contextlib import suppress

from adapters.outbox.post import Outgoing, Posted
from adapters.wiring import Service
from bots import reminder_messages, reminder_words
from bots.desk import Message
from bots.reminders import Reminder
from domain.actor import Actor
from domain.errors import KeyReused
from domain.words import Visibility

PROVEN_BY = "service:reminders"
SERVICE = Actor(PROVEN_BY, operator=True)


def proof_key(reminder_key: str) -> str:
    """The key under which the log holds that a reminder was sent."""
    return f"reminder:{reminder_key}"


class Reminding:
    """Implements adapters.outbox.post.Kind."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def compose(self, message: Outgoing) -> Message | None:
        """All that one message is about."""
        told, repeat = reminders(message), message.maybe_repeat
        blocks = reminder_messages.blocks(
            message.id, told, maybe_repeat=repeat, base_url=self._service.settings.base_url
        )
        return Message(reminder_words.text(told, maybe_repeat=repeat), blocks)

    def is_restricted(self, message: Outgoing) -> bool:
        """Where the date of some of them is not public."""
        return any(each.deadline["visibility"] != Visibility.PUBLIC for each in reminders(message))

    def arrived(self, message: Outgoing, posted: Posted) -> None:
        """Prove each in the log, once."""
        proof = _proof(message, posted, self._service.today())
        for reminder in reminders(message):
            body = proof | {
                "deadline_id": reminder.deadline["id"],
                "rung": reminder.rung,
                "due_on": reminder.deadline["due_on"] or reminder.changed_from,
                "state": reminder.deadline["state"],
                "donor": reminder.deadline.get("donor") or reminder.deadline.get("lead"),
                "visibility": reminder.deadline["visibility"],
            }
            with suppress(KeyReused):  # it was proven by a pass whose lease ran out
                self._service.record(SERVICE, "note-reminder-sent", body, proof_key(reminder.key))


def reminders(message: Outgoing) -> list[Reminder]:
    """What a message is about."""
    return [Reminder(**content) for content in message.contents]


def _proof(message: Outgoing, posted: Posted, today: str) -> dict[str, object]:
    return {
        "told_on": message.day,
        "channel": message.channel,
        "message_ts": posted.ts,
        "thread_ts": posted.thread_ts,
        "posted_in": posted.channel,
        "maybe_repeat": message.maybe_repeat,
        "occurred_on": min(message.day, today),
    }
