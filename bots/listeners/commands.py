"""`/ica`: a question is answered, a form is opened."""

from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bots import audiences, hearing, messages
from bots.desk import Desk, asker
from bots.modals.forms import FORMS
from bots.modals.opening import open_form
from bots.questions import answer
from bots.questions.typed import key
from domain.errors import RecordUnavailable

COMMAND = "/ica"


def register(app: App, desk: Desk) -> None:
    """Add the slash command."""

    @app.command(COMMAND)
    def command(ack: Ack, command: dict[str, Any], client: WebClient) -> None:
        text = hearing.as_typed(command.get("text") or "")
        try:
            actor = desk.who(command["team_id"], command["user_id"])
            if form := FORMS.get(key(text.split()[0]) if text.split() else ""):
                told = open_form(form, desk, actor, command, text, client)
            else:
                told = messages.said(answer(text, asker(desk, audiences.alone(actor))))
        except RecordUnavailable:
            told = messages.told(messages.NOT_READABLE)
        if told is None:
            ack()
        else:
            ack(**messages.ephemeral(told))
