"""Buttons under an answer: another question, another page, *Share here*.

What somebody presses in a channel is answered to that person alone; *Share here* shows it to all.
"""

import re
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bots import audiences, messages
from bots.answered import ASK, PAGE, SHARE, Pressed, answered, shared
from bots.desk import Desk, Message, asker
from bots.places import place_of
from bots.pressing import channel_of, first_press, for_one_alone, key_of, person_of, thread_of, workspace_of
from bots.questions import answer
from domain.errors import RecordUnavailable
from projections.audience import PUBLIC


def register(app: App, desk: Desk) -> None:
    """Add the buttons of answers and of the menu."""

    @app.action(re.compile(rf"^({ASK}|{PAGE})_\w+$"))
    def pressed(ack: Ack, body: dict[str, Any], respond: Respond) -> None:
        if first_press(desk, body):
            told, alone = _composed(desk, body), for_one_alone(body)
            desk.later(lambda: respond(**_in_place(told, body, alone=alone)))
        ack()

    @app.action(SHARE)
    def share(ack: Ack, body: dict[str, Any], client: WebClient, respond: Respond) -> None:
        desk.later(lambda: _share(desk, body, client, respond))
        ack()


def _composed(desk: Desk, body: dict[str, Any]) -> Message:
    asked = Pressed.of(body["actions"][0])
    try:
        viewer = audiences.alone(desk.who(*person_of(body)))
    except RecordUnavailable:
        return messages.told(messages.NOT_READABLE)
    found = answer(asked.question, asker(desk, viewer))
    return answered(found, asked, shareable=bool(body["container"].get("is_ephemeral")) or not for_one_alone(body))


def _in_place(told: Message, body: dict[str, Any], *, alone: bool) -> dict[str, Any]:
    """Instead of what was pressed where nobody else sees it, otherwise beside it."""
    words = {"text": told.text, "blocks": told.blocks, "response_type": "ephemeral", "replace_original": alone}
    return words if alone or not (thread := thread_of(body)) else words | {"thread_ts": thread}


def _share(desk: Desk, body: dict[str, Any], client: WebClient, respond: Respond) -> None:
    """Through the outbox where the bot is; elsewhere by the way Slack left open for this press."""
    asked, channel, (team, user) = Pressed.of(body["actions"][0]), channel_of(body), person_of(body)
    place = place_of(client, channel)
    viewer = audiences.in_channel(desk.who(team, user), shared=place.outsiders)
    found = answer(asked.question, asker(desk, viewer))
    told = shared(found, asked, user, unseen=not place.seen and viewer == PUBLIC)
    try:
        if place.member:
            desk.post_once(key_of(body), channel, thread_of(body), told, user, workspace_of(body))
        elif desk.first_delivery(key_of(body)):
            respond(response_type="in_channel", replace_original=False, text=told.text, blocks=told.blocks)
    except RecordUnavailable:
        respond(**messages.ephemeral(messages.told(messages.NOT_SHARED)), replace_original=False)
