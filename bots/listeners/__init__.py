"""What the bot listens to, and what it answers: all is decided before the acknowledgement, nothing raises after it."""

from slack_bolt import App

from bots.desk import Desk
from bots.listeners import (
    answers,
    choices,
    commands,
    conversations,
    forms,
    home,
    menu,
    receipts,
    reminders,
    shortcuts,
)


def register(app: App, desk: Desk) -> None:
    """Add every listener to a Bolt app."""
    for listened in (
        commands, answers, menu, forms, choices, receipts, shortcuts, conversations, home, reminders,
    ):  # fmt: skip
        listened.register(app, desk)
