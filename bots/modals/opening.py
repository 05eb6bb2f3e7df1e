"""A form opens for whoever may record it, with what is known already filled in; once for each thing people press."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bots import messages
from bots.desk import Desk, Message
from bots.modals.form import Form
from bots.modals.standing import Standing
from bots.questions.help import usage_of
from bots.questions.refusals import NotUnderstood
from bots.questions.typed import Words
from domain.actor import Actor
from domain.authority import authorise
from domain.errors import NotAllowed, RecordUnavailable


@dataclass(frozen=True)
class Pressed:
    """Who wants a form, and by which press of what: Slack opens one form for it, within three seconds."""

    actor: Actor
    trigger_id: str
    client: WebClient


def open_form(
    form: Form, desk: Desk, actor: Actor, command: Mapping[str, Any], text: str, client: WebClient
) -> Message | None:
    """Open the form that a command names; otherwise say why not."""

    def read() -> Standing:
        words = Words(f"{command['command']} {text}")
        words.take(2)
        return form.read(words, desk, actor, usage_of(form.name))

    return show(form, desk, Pressed(actor, command["trigger_id"], client), read)


def show(
    form: Form, desk: Desk, pressed: Pressed, read: Callable[[], Standing], about: Mapping[str, Any] | None = None
) -> Message | None:
    """Open a form with what was read; otherwise say why not. Without a source of its own it is from this moment."""
    try:
        authorise(pressed.actor, form.command)
        view = form.build({"ref": f"{time.time():.6f}"} | dict(about or {}), read())
    except NotAllowed as refusal:
        return messages.not_yours(form.what, str(refusal), pressed.actor.id.removeprefix("slack:"))
    except NotUnderstood as refusal:
        return messages.said(refusal.answer())
    except RecordUnavailable:
        return messages.told(messages.NOT_READABLE)
    if not is_first(desk, f"opened:{pressed.trigger_id}"):
        return None
    try:
        pressed.client.views_open(trigger_id=pressed.trigger_id, view=view)
    except (SlackClientError, OSError, HTTPException):
        return messages.told(messages.FORM_NOT_OPENED)
    return None


def is_first(desk: Desk, delivery: str) -> bool:
    """Where the record cannot tell it is taken for the first: Slack itself opens one form for a trigger."""
    try:
        return desk.first_delivery(delivery)
    except RecordUnavailable:
        return True
