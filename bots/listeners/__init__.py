"""What the bot listens to, and what it answers: all is decided before the acknowledgement, nothing raises after it."""

from slack_bolt import App

from bots.desk import Desk, asker
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
from bots.questions import warm
from projections.audience import PUBLIC


def register(app: App, desk: Desk) -> None:
    """Add every listener to a Bolt app; the first question waits for nothing."""
    warm(asker(desk, PUBLIC))
    for listened in (
        commands, answers, menu, forms, choices, receipts, shortcuts, conversations, home, reminders,
    ):  # fmt: skip
        listened.register(app, desk)
