"""*Undo*, on the receipt of what was recorded."""

from contextlib import suppress
from http.client import HTTPException
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bots.desk import Desk
from bots.modals.receipt import UNDO
from bots.modals.undoing import undone


def register(app: App, desk: Desk) -> None:
    """Add the button of receipts."""

    @app.action(UNDO)
    def undo(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        view = undone(desk, body)
        ack()
        with suppress(SlackClientError, OSError, HTTPException):
            client.views_update(view_id=body["view"]["id"], view=view)
