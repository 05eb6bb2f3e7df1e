"""What the bot listens to, and what it answers: all is decided before the acknowledgement, nothing raises after it."""

from slack_bolt import App

from bots.desk import Desk
from bots.listeners import answers, commands, conversations, forms, home, menu, reminders


def register(app: App, desk: Desk) -> None:
    """Add every listener to a Bolt app."""
    for listened in (commands, answers, menu, forms, conversations, home, reminders):
        listened.register(app, desk)
