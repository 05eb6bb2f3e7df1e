"""A person in front of Slack; every delivery reaches the service signed as Slack signs."""

from typing import Any

from . import answers, payloads
from .delivery import Answer, event
from .errors import NotPossible
from .hands import Hands
from .records import Message
from .workspace import BOT_USER, Channel


class Human(Hands):
    """Answers that Slack would not accept raise AnswerRefused; with `strict = False` see `answer.problems`."""

    def command(self, verb: str, text: str = "", channel: str = "C1") -> Answer:
        """A slash command; `text` arrives as it is written here."""
        answer = self.courier.deliver(self.compose(verb, text, channel))
        answers.to_command(self.slack, answer, channel, self.person.id)
        return self._taken(answer)

    def mention(self, text: str, channel: str = "C1", thread_ts: str | None = None) -> Answer:
        place = self._place(channel)
        if BOT_USER not in place.members:
            raise NotPossible("the app is not in this channel: Slack offers to invite it and tells it nothing")
        return self._write(place, f"<@{BOT_USER}> {payloads.escaped(text)}", thread_ts, type="app_mention")

    def direct_message(self, text: str, thread_ts: str | None = None) -> Answer:
        place = self.slack.workspace.direct(self.person.id)
        return self._write(place, payloads.escaped(text), thread_ts, type="message", channel_type="im")

    def open_home(self) -> Answer:
        place = self.slack.workspace.direct(self.person.id).id
        opened = {"type": "app_home_opened", "user": self.person.id, "channel": place, "tab": "home"}
        home = self.slack.modals.homes.get(self.person.id)
        shown = {"view": home.payload()} if home else {}
        return self.event({**opened, "event_ts": self.slack.next_ts(), **shown})

    def event(self, inner: dict[str, Any]) -> Answer:
        """Any event of the Events API."""
        answer = self.courier.deliver(event(payloads.event(self.slack, self.person, inner)))
        answers.received(answer)
        return self._taken(answer)

    def shortcut(self, message: Message, callback_id: str) -> Answer:
        """A message shortcut, from the menu beside a message."""
        self._sees(message)
        place = self._place(message.channel)
        told = payloads.interaction(self.slack, self.person, "message_action")
        told |= {"callback_id": callback_id, "action_ts": self.slack.next_ts(), "message_ts": message.ts}
        told |= {"channel": {"id": place.id, "name": place.name_in_commands}, "message": message.payload()}
        told["response_url"] = self.slack.response_url("actions", place.id, self.person.id)
        return self._interact(told)

    def _write(self, place: Channel, text: str, thread_ts: str | None, **kind: str) -> Answer:
        if thread_ts and self.slack.find(place.id, thread_ts) is None:
            raise NotPossible(f"no message {thread_ts} in {place.id} to answer to")
        written = self.slack.say(place.id, text, self.person.id, thread_ts)
        return self.event(payloads.message_event(self.slack, self.person, written, **kind))
