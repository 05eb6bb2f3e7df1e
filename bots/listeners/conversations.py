"""Mentions and direct messages: what is asked is answered in its thread."""

from collections.abc import Callable
from typing import Any

from slack_bolt import App

from bots import audiences, hearing, messages
from bots.answered import Pressed, answered
from bots.desk import Desk, Message, asker
from bots.questions import answer
from domain.actor import Actor
from domain.errors import RecordUnavailable
from projections.audience import Audience

EVENTS = ("app_mention", "message")


def register(app: App, desk: Desk) -> None:
    """Add what people write to the bot, or about it."""

    @app.event("app_mention")
    def mentioned(body: dict[str, Any]) -> None:
        _answer_in_thread(desk, body, in_channel=True)

    @app.event("message")
    def written(body: dict[str, Any]) -> None:
        if body["event"].get("channel_type") == "im":
            _answer_in_thread(desk, body, in_channel=False)


def _answer_in_thread(desk: Desk, body: dict[str, Any], *, in_channel: bool) -> None:
    """Once for each event; when the record cannot tell whether it is the first time, Slack sends it again."""
    event = body["event"]
    if not hearing.by_a_person(event) or not desk.first_delivery(f"slack:{body['event_id']}"):
        return
    desk.reply(event["channel"], hearing.thread_of(event), _composed(desk, body, in_channel=in_channel))


def _composed(desk: Desk, body: dict[str, Any], *, in_channel: bool) -> Callable[[], Message]:
    def compose() -> Message:
        try:
            actor = desk.who(*hearing.author(body))
        except RecordUnavailable:
            return messages.told(messages.NOT_READABLE)
        viewer = _viewer(actor, body, in_channel=in_channel)
        question = hearing.question_of(body)
        return answered(answer(question, asker(desk, viewer)), Pressed(question), shareable=False)

    return compose


def _viewer(actor: Actor, body: dict[str, Any], *, in_channel: bool) -> Audience:
    if not in_channel:
        return audiences.alone(actor)
    return audiences.in_channel(actor, shared=bool(body.get("is_ext_shared_channel")))
