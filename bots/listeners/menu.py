"""Buttons that open a form: in the menu and on the Home tab."""

import re
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bots import messages
from bots.desk import Desk, Message
from bots.listeners.beside import tell
from bots.menu import OPEN
from bots.modals.forms import FORMS
from bots.modals.opening import open_form
from bots.pressing import first_press, person_of
from domain.errors import RecordUnavailable


def register(app: App, desk: Desk) -> None:
    """Add a button for each form."""

    @app.action(re.compile(rf"^{OPEN}_\w+$"))
    def pressed(ack: Ack, body: dict[str, Any], client: WebClient, respond: Respond) -> None:
        told = _opened(desk, body, client) if first_press(desk, body) else None
        if told:
            desk.later(lambda: tell(body, told, client, respond))
        ack()


def _opened(desk: Desk, body: dict[str, Any], client: WebClient) -> Message | None:
    """The role is looked at again: it may have been taken away since the button was shown."""
    name, (team, user) = body["actions"][0]["value"], person_of(body)
    command = {"command": "/ica", "team_id": team, "user_id": user, "trigger_id": body["trigger_id"]}
    try:
        return open_form(FORMS[name], desk, desk.who(team, user), command, name, client)
    except RecordUnavailable:
        return messages.told(messages.NOT_READABLE)
