"""`/ica`: a question is answered, a form is opened, and alone it shows a menu."""

from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bots import audiences, hearing, messages
from bots.answered import Pressed, answered
from bots.desk import Desk, Message, asker
from bots.menu import menu
from bots.modals.forms import FORMS
from bots.modals.opening import open_form
from bots.questions import answer
from bots.questions.ask import asks_for_menu
from bots.questions.typed import key
from domain.errors import RecordUnavailable

COMMAND = "/ica"


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
    return answered(answer(text, asker(desk, audiences.alone(actor))), Pressed(text), shareable=True)
