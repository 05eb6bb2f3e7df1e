"""`/ica`: a question is answered, a form is opened, and alone it shows a menu."""

from contextlib import suppress
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bots import audiences, hearing, messages
from bots.answered import Pressed, answered
from bots.desk import Desk, Message, Press, StillRecording, asker
from bots.menu import menu
from bots.modals.forms import FORMS
from bots.modals.opening import open_form
from bots.questions import answer
from bots.questions.ask import asks_for_menu
from bots.questions.typed import key
from domain.errors import RecordUnavailable

COMMAND = "/ica"
LEFT = 1.0
"""Seconds in which a question is kept that is answered later."""


def register(app: App, desk: Desk) -> None:
    """Add the slash command."""

    @app.command(COMMAND)
    def command(ack: Ack, command: dict[str, Any], client: WebClient) -> None:
        try:
            told = _told(desk, command, client)
        except RecordUnavailable:
            told = messages.told(messages.NOT_READABLE)
        if told is None:
            ack()
        else:
            ack(**messages.ephemeral(told))


def _told(desk: Desk, command: dict[str, Any], client: WebClient) -> Message | None:
    """What only this person sees; nothing where a form opens instead."""
    text = hearing.as_typed(command.get("text") or "")
    actor = desk.who(command["team_id"], command["user_id"])
    if asks_for_menu(text):
        return menu(desk, actor)
    if form := FORMS.get(key(text.split()[0])):
        return open_form(form, desk, actor, command, text, client)
    viewer = audiences.alone(actor)
    found = desk.in_time(lambda: answered(answer(text, asker(desk, viewer)), Pressed(text), shareable=True))
    return found or _answered_later(desk, text, command)


def _answered_later(desk: Desk, text: str, command: dict[str, Any]) -> Message:
    """Slack waits three seconds: what takes longer comes by the way that it left open."""
    team, user, channel = (str(command[name]) for name in ("team_id", "user_id", "channel_id"))
    asked = Press(text, 0, team, user, str(command["response_url"]), alone=False, shareable=True)
    with suppress(StillRecording):  # it is answered once it is kept
        desk.press_once(f"command:{team}/{user}:{command['trigger_id']}", asked, channel, team, within=LEFT)
    return messages.told(messages.STILL_LOOKING)
