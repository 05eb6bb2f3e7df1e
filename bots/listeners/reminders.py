"""*Acknowledge* and *Snooze* under a reminder."""

from typing import Any

from slack_bolt import Ack, App, Respond

from bots import reminder_buttons, reminder_messages
from bots.desk import Desk


def register(app: App, desk: Desk) -> None:
    """Add the buttons of reminders."""

    @app.action(reminder_messages.ACKNOWLEDGE)
    def acknowledged(ack: Ack, body: dict[str, Any], respond: Respond) -> None:
        said = reminder_buttons.acknowledge(desk, body)
        desk.later(lambda: _show(respond, body, said))
        ack()

    @app.action(reminder_messages.SNOOZE)
    def snoozed(ack: Ack, body: dict[str, Any], respond: Respond) -> None:
        said = reminder_buttons.snooze(desk, body)
        desk.later(lambda: _show(respond, body, said))
        ack()


def _show(respond: Respond, body: dict[str, Any], said: str) -> None:
    """Under the message that was pressed; what Slack refuses now changes nothing that was recorded."""
    respond(replace_original=True, **reminder_buttons.updated(body, said))
