"""Mentions and direct messages: what is asked is answered in its thread."""

from typing import Any

from slack_bolt import App

from bots import hearing
from bots.desk import Desk, Question

EVENTS = ("app_mention", "message")


def register(app: App, desk: Desk) -> None:
    """Add what people write to the bot, or about it."""

    @app.event("app_mention")
    def mentioned(body: dict[str, Any]) -> None:
        _answer_in_thread(desk, body, in_channel=True)

    @app.event("message")
    def written(body: dict[str, Any]) -> None:
        if hearing.is_direct(body["event"]):
            _answer_in_thread(desk, body, in_channel=False)


def _answer_in_thread(desk: Desk, body: dict[str, Any], *, in_channel: bool) -> None:
    """Once for each event; where it could not be kept, Slack sends it again."""
    event = body["event"]
    if not hearing.by_a_person(event):
        return
    team, user = hearing.author(body)
    shared = bool(body.get("is_ext_shared_channel"))
    question = Question(hearing.question_of(body), team, user, in_channel, shared)
    workspace, thread = hearing.workspace_of(body), hearing.thread_of(event)
    desk.answer_once(f"slack:{hearing.key_of(body)}", event["channel"], thread, question, workspace)
