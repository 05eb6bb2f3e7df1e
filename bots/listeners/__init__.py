"""What the bot listens to, and what it answers: all is decided before the acknowledgement, nothing raises after it."""

from slack_bolt import App

from bots.desk import Desk
from bots.listeners import choices, commands, conversations, forms, receipts, reminders, shortcuts


def register(app: App, desk: Desk) -> None:
    """Add every listener to a Bolt app."""
    for listened in (commands, conversations, forms, choices, receipts, shortcuts, reminders):
        listened.register(app, desk)
