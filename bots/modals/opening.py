"""`/ica request` and its like: a form opens for whoever may record it, with what the command named filled in."""

import time
from collections.abc import Mapping
from http.client import HTTPException
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bots import messages
from bots.desk import Desk, Message
from bots.modals.form import Form
from bots.questions.help import usage_of
from bots.questions.refusals import NotUnderstood
from bots.questions.typed import Words
from domain.actor import Actor
from domain.authority import authorise
from domain.errors import NotAllowed


def open_form(
    form: Form, desk: Desk, actor: Actor, command: Mapping[str, Any], text: str, client: WebClient
) -> Message | None:
    """Open the form; otherwise say why not."""
    words = Words(f"{command['command']} {text}")
    words.take(2)
    try:
        authorise(actor, form.command)
        view = form.build(f"{time.time():.6f}", form.read(words, desk, actor, usage_of(form.name)))
    except NotAllowed as refusal:
        return messages.not_yours(form.what, str(refusal), command["team_id"], command["user_id"])
    except NotUnderstood as refusal:
        return messages.said(refusal.answer())
    try:
        client.views_open(trigger_id=command["trigger_id"], view=view)
    except (SlackClientError, OSError, HTTPException):
        return messages.told(messages.FORM_NOT_OPENED)
    return None
