"""The manifest that people install asks Slack for what the bot listens to, and for no more."""

import ast
import json
from pathlib import Path

import pytest
from slack_sdk import WebClient

from adapters.slack.heard import heard
from adapters.slack.manifest import CALLS, manifest
from bots.questions.ask import VERBS
from bots.questions.help import FORMS

ROOT = Path(__file__).parents[2]
URL = "https://ica.example.org"
MANIFEST = manifest(URL)
LIMITS = {"name": 35, "description": 140, "long_description": 4000, "usage_hint": 1000, "display_name": 80}


def test_the_file_is_what_the_code_registers():
    """Made by `ica slack-manifest --url https://ica.example.org > deploy/slack-manifest.json`."""
    assert json.loads((ROOT / "deploy" / "slack-manifest.json").read_text("utf-8")) == MANIFEST


def test_everything_heard_is_asked_for_and_nothing_else():
    """What is not subscribed never comes, and what nobody hears would be refused."""
    listened = heard()
    features, settings = MANIFEST["features"], MANIFEST["settings"]
    events = settings["event_subscriptions"]["bot_events"]

    assert [each["command"] for each in features["slash_commands"]] == listened["command"]
    assert sorted(event.split(".")[0] for event in events) == sorted(listened["event"])
    shortcuts = {*listened.get("shortcut", []), *listened.get("message_shortcut", [])}
    assert {each["callback_id"] for each in features.get("shortcuts", [])} == shortcuts
    assert settings["interactivity"]["is_enabled"] is bool(listened["action"] or listened["view"])
    assert ("message_menu_options_url" in settings["interactivity"]) is bool(listened.get("options"))
    assert features["app_home"]["home_tab_enabled"] is ("app_home_opened" in events)
    known = {"command", "event", "action", "view", "view_submission", "view_closed", "options", "shortcut"}
    assert set(listened) <= {*known, "message_shortcut"}


def test_a_hint_shows_only_what_works():
    """Each word that it names is a question, a form, or help."""
    (command,) = MANIFEST["features"]["slash_commands"]
    hinted = {part.split()[0] for part in command["usage_hint"].split(" | ")}

    assert hinted <= {*VERBS, *(form.name for form in FORMS), "help"}


def test_the_scopes_are_those_of_the_methods_that_are_called():
    """A call without its scope is refused; a scope that nobody uses frightens whoever installs the app."""
    methods = {name for name in dir(WebClient) if "_" in name.strip("_") and not name.startswith("_")} - {"api_call"}
    files = [path for room in ("bots", "adapters") for path in (ROOT / room).rglob("*.py")]
    called = {
        node.func.attr
        for path in files
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }

    assert called & methods == set(CALLS)
    needed = {scope for scopes in CALLS.values() for scope in scopes}
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == {*needed, "app_mentions:read", "commands", "im:history"}


def test_direct_messages_are_switched_on():
    """A bot that cannot be written to helps nobody."""
    assert MANIFEST["features"]["app_home"]["messages_tab_enabled"] is True
    assert MANIFEST["features"]["app_home"]["messages_tab_read_only_enabled"] is False


@pytest.mark.parametrize(("socket", "oauth"), [(False, False), (True, False), (False, True)])
def test_addresses_are_those_that_the_service_has(socket: bool, oauth: bool):
    """By Socket Mode none at all; with OAuth the way back besides."""
    written = manifest(URL, socket=socket, oauth=oauth)
    addresses = {word.split('"')[0] for word in json.dumps(written).split('"https://')[1:]}

    events = set() if socket else {"ica.example.org/slack/events"}
    assert addresses == events | ({"ica.example.org/slack/oauth_redirect"} if oauth else set())
    assert written["settings"]["socket_mode_enabled"] is socket


def test_slack_takes_the_words():
    """Longer ones it refuses."""

    def check(part: object) -> None:
        if isinstance(part, dict):
            for name, value in part.items():
                assert not isinstance(value, str) or len(value) <= LIMITS.get(name, 255), name
                check(value)
        elif isinstance(part, list):
            for each in part:
                check(each)

    check(MANIFEST)
