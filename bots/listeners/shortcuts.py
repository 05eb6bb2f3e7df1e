"""Forms that open without a command: *Record as outcome* and *Record as statement* on a message, *Explain*."""

from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bots import messages
from bots.desk import Desk, Message
from bots.home import EXPLAIN
from bots.listeners.beside import tell
from bots.modals import explain, outcome, statement
from bots.modals.form import Form
from bots.modals.from_message import open_with_message
from bots.modals.opening import Pressed, is_first, show
from bots.pressing import person_of
from domain.errors import RecordUnavailable

SHORTCUTS: Mapping[str, Form] = {"record_as_outcome": outcome.FORM, "record_as_statement": statement.FORM}
"""The form that opens, by callback id."""

Open = Callable[[Pressed, dict[str, Any]], Message | None]


def register(app: App, desk: Desk) -> None:
    """Add the shortcuts of messages, and the button of a shift."""
    for callback_id, form in SHORTCUTS.items():
        app.message_shortcut(callback_id)(_opens(desk, _with_message(form, desk)))
    app.action(EXPLAIN)(_opens(desk, _of_shift(desk)))


def _opens(desk: Desk, opened: Open) -> Callable[..., None]:
    """What keeps the form from opening is told to whoever pressed, alone."""

    def pressed(ack: Ack, body: dict[str, Any], client: WebClient, respond: Respond) -> None:
        try:
            told = opened(Pressed(desk.who(*person_of(body)), body["trigger_id"], client), body)
        except RecordUnavailable:
            told = messages.told(messages.NOT_READABLE)
        if told and is_first(desk, f"told:{body['trigger_id']}"):
            desk.later(lambda: tell(body, told, client, respond))
        ack()

    return pressed


def _with_message(form: Form, desk: Desk) -> Open:
    return lambda pressed, body: open_with_message(form, desk, pressed, body)


def _of_shift(desk: Desk) -> Open:
    def opened(pressed: Pressed, body: dict[str, Any]) -> Message | None:
        shift_id = str(body["actions"][0].get("value") or "")
        return show(explain.FORM, desk, pressed, lambda: explain.of_shift(shift_id, desk, pressed.actor))

    return opened
