"""Buttons under an answer: another question, another page, *Share here*.

What somebody presses in a channel is answered to that person alone; *Share here* shows it to all. A press is kept
before it is acknowledged: whoever dies afterwards, it is answered.
"""

import re
from typing import Any

from slack_bolt import Ack, App, Respond

from bots import messages
from bots.answered import ASK, PAGE, SHARE, Pressed
from bots.desk import Desk, Press, StillRecording
from bots.pressing import channel_of, for_one_alone, is_ephemeral, key_of, person_of, thread_of, workspace_of
from domain.errors import RecordUnavailable


def register(app: App, desk: Desk) -> None:
    """Add the buttons of answers and of the menu."""

    @app.action(re.compile(rf"^({ASK}|{PAGE})_\w+$"))
    def pressed(ack: Ack, body: dict[str, Any], respond: Respond) -> None:
        _take(desk, body, respond, otherwise=messages.NOT_READABLE)
        ack()

    @app.action(SHARE)
    def share(ack: Ack, body: dict[str, Any], respond: Respond) -> None:
        _take(desk, body, respond, otherwise=messages.NOT_SHARED, share=True)
        ack()


def _take(desk: Desk, body: dict[str, Any], respond: Respond, *, otherwise: str, share: bool = False) -> None:
    try:
        desk.press_once(key_of(body), _press(body), channel_of(body), workspace_of(body), share=share)
    except StillRecording:
        return  # it is answered once it is kept
    except RecordUnavailable:
        desk.later(lambda: respond(**messages.ephemeral(messages.told(otherwise)), replace_original=False))


def _press(body: dict[str, Any]) -> Press:
    asked, alone, (team, user) = Pressed.of(body["actions"][0]), for_one_alone(body), person_of(body)
    shareable = is_ephemeral(body) or not alone
    address = str(body.get("response_url") or "")
    return Press(asked.question, asked.start, team, user, address, alone, shareable, thread_of(body))
