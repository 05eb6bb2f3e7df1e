"""A message that somebody wrote becomes a form: its words stand in it, and where it stands is the source."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from http.client import HTTPException
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bots.desk import Desk, Message
from bots.message_words import words_of
from bots.modals.fields import LONGEST
from bots.modals.form import Form
from bots.modals.named import meeting_near
from bots.modals.opening import Pressed, show
from bots.modals.standing import Standing
from bots.pressing import channel_of, message_of
from bots.signs import size

_SHORTENED = (
    f"The message is longer than a form takes: its first {LONGEST:,} characters stand here. The whole message stays "
    "where it is, and the record keeps the way to it."
)
_WORDLESS = "The message has no words of its own: say here what it tells. The record keeps the way to it."


def open_with_message(form: Form, desk: Desk, pressed: Pressed, body: Mapping[str, Any]) -> Message | None:
    """Open the form; otherwise say why not. The meeting is the one near the day of the message."""
    message = body["message"]
    ts = message_of(body)
    words = words_of(message)
    about = {"ref": _link(pressed.client, channel_of(body), ts)}
    if not words or size(words) > LONGEST:
        about["notice"] = _SHORTENED if words else _WORDLESS

    def read() -> Standing:
        day = datetime.fromtimestamp(float(ts), desk.zone).date().isoformat()
        return {"text": words, **meeting_near(desk, pressed.actor, day)}

    return show(form, desk, pressed, read, about)


def _link(client: WebClient, channel: str, ts: str) -> str:
    """Its permalink; its channel and moment where Slack gives none."""
    with suppress(SlackClientError, OSError, HTTPException):
        return str(client.chat_getPermalink(channel=channel, message_ts=ts)["permalink"])
    return f"{channel}/{ts}"
