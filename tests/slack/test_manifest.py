"""The manifest that people install asks Slack for what the bot listens to, and for no more."""

import json
from pathlib import Path

from bots.listeners.commands import COMMAND
from bots.listeners.conversations import EVENTS
from bots.questions.ask import VERBS
from bots.questions.help import FORMS

MANIFEST = json.loads((Path(__file__).parents[2] / "deploy" / "slack-manifest.json").read_text("utf-8"))


def test_the_command_is_the_one_that_is_answered():
    """Its hint shows only what works."""
    (command,) = MANIFEST["features"]["slash_commands"]
    hinted = {part.split()[0] for part in command["usage_hint"].split(" | ")}

    assert command["command"] == COMMAND
    assert hinted <= {*VERBS, *(form.name for form in FORMS), "help"}


def test_the_events_are_those_that_are_heard():
    """An event nobody hears would be refused, one that is not subscribed never comes."""
    subscribed = {event.split(".")[0] for event in MANIFEST["settings"]["event_subscriptions"]["bot_events"]}

    assert subscribed == set(EVENTS)


def test_the_scopes_are_what_is_used():
    """Mentions, direct messages, the command and answers; the bot reads no channel."""
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == {
        "app_mentions:read", "chat:write", "commands", "im:history",
    }  # fmt: skip


def test_forms_and_direct_messages_are_switched_on():
    """A form that cannot be sent, or a bot that cannot be written to, helps nobody."""
    assert MANIFEST["settings"]["interactivity"]["is_enabled"] is True
    assert MANIFEST["features"]["app_home"]["messages_tab_enabled"] is True
    assert MANIFEST["features"]["app_home"]["messages_tab_read_only_enabled"] is False
