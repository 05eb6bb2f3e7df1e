"""*Acknowledge* and *Snooze* under a reminder."""

from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bots import messages, reminder_buttons, reminder_messages
from bots.desk import Desk
from bots.listeners.beside import tell
from bots.pressing import first_press


def register(app: App, desk: Desk) -> None:
    """Add the buttons of reminders."""

    @app.action(reminder_messages.ACKNOWLEDGE)
    def acknowledged(ack: Ack, body: dict[str, Any], respond: Respond, client: WebClient) -> None:
        done = reminder_buttons.acknowledge(desk, body)
        if done.recorded or first_press(desk, body):
            desk.later(lambda: _show(respond, client, body, done))
        ack()

    @app.action(reminder_messages.SNOOZE)
    def snoozed(ack: Ack, body: dict[str, Any], respond: Respond, client: WebClient) -> None:
        done = reminder_buttons.snooze(desk, body)
        if done.recorded or first_press(desk, body):
            desk.later(lambda: _show(respond, client, body, done))
        ack()


def _show(respond: Respond, client: WebClient, body: dict[str, Any], done: reminder_buttons.Done) -> None:
    """Under the message that was pressed; why nothing was recorded, to whoever pressed alone.

    What Slack refuses now changes nothing that was recorded.
    """
    if done.recorded:
        respond(replace_original=True, **reminder_buttons.updated(body, done.words))
    else:
        tell(body, messages.told(done.words), client, respond)
