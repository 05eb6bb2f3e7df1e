"""What the bot listens to, and what it answers: all is decided before the acknowledgement, nothing raises after it."""

from collections.abc import Callable
from contextlib import suppress
from http.client import HTTPException
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bots import audiences, hearing, messages, reminder_buttons, reminder_messages
from bots.desk import Desk, Message, asker
from bots.modals.form import Form
from bots.modals.forms import FORMS
from bots.modals.opening import open_form
from bots.modals.submission import submitted
from bots.questions import answer
from bots.questions.typed import key
from domain.actor import Actor
from domain.errors import RecordUnavailable
from projections.audience import Audience

COMMAND = "/ica"
EVENTS = ("app_mention", "message")


def register(app: App, desk: Desk) -> None:
    """Add every listener to a Bolt app."""

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

    for each in FORMS.values():
        app.view(each.name)(_sent(each, desk))

    @app.action(reminder_messages.ACKNOWLEDGE)
    def acknowledged(ack: Ack, body: dict[str, Any], respond: Respond) -> None:
        said = reminder_buttons.acknowledge(desk, body)
        ack()
        _show(respond, body, said)

    @app.action(reminder_messages.SNOOZE)
    def snoozed(ack: Ack, body: dict[str, Any], respond: Respond) -> None:
        said = reminder_buttons.snooze(desk, body)
        ack()
        _show(respond, body, said)

    @app.event("app_mention")
    def mentioned(body: dict[str, Any]) -> None:
        _answer_in_thread(desk, body, in_channel=True)

    @app.event("message")
    def written(body: dict[str, Any]) -> None:
        if body["event"].get("channel_type") == "im":
            _answer_in_thread(desk, body, in_channel=False)


def _sent(form: Form, desk: Desk) -> Callable[..., None]:
    def sent(ack: Ack, body: dict[str, Any], view: dict[str, Any]) -> None:
        person = body["user"]
        ack(**submitted(form, desk, person.get("team_id") or view["team_id"], person["id"], view))

    return sent


def _show(respond: Respond, body: dict[str, Any], said: str) -> None:
    """Under the message that was pressed; what Slack refuses now changes nothing that was recorded."""
    with suppress(SlackClientError, OSError, HTTPException):
        respond(replace_original=True, **reminder_buttons.updated(body, said))


def _answer_in_thread(desk: Desk, body: dict[str, Any], *, in_channel: bool) -> None:
    """Once for each event; when the record cannot tell whether it is the first time, Slack sends it again."""
    event = body["event"]
    if not hearing.by_a_person(event) or not desk.first_delivery(f"slack:{body['event_id']}"):
        return
    desk.reply(event["channel"], hearing.thread_of(event), _composed(desk, body, in_channel=in_channel))


def _composed(desk: Desk, body: dict[str, Any], *, in_channel: bool) -> Callable[[], Message]:
    def compose() -> Message:
        try:
            actor = desk.who(*hearing.author(body))
        except RecordUnavailable:
            return messages.told(messages.NOT_READABLE)
        viewer = _viewer(actor, body, in_channel=in_channel)
        return messages.said(answer(hearing.question_of(body), asker(desk, viewer)))

    return compose


def _viewer(actor: Actor, body: dict[str, Any], *, in_channel: bool) -> Audience:
    if not in_channel:
        return audiences.alone(actor)
    return audiences.in_channel(actor, shared=bool(body.get("is_ext_shared_channel")))
