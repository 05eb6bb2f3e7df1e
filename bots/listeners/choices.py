"""Choices in a form: what is offered as somebody types, and inputs that come and go with a choice."""

from contextlib import suppress
from http.client import HTTPException
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bots.audiences import alone
from bots.desk import Desk
from bots.modals.fields import VALUE
from bots.modals.forms import FORMS
from bots.modals.offered import offered
from bots.modals.offered.looking import Looking
from bots.modals.standing import chosen_in, standing_in
from bots.pressing import first_press, person_of
from domain.errors import RecordUnavailable


def register(app: App, desk: Desk) -> None:
    """Add what forms tell before they are sent."""

    @app.options(VALUE)
    def typing(ack: Ack, body: dict[str, Any]) -> None:
        chosen = chosen_in(standing_in(body.get("view") or {}))
        try:
            viewer = alone(desk.who(*person_of(body)))
            ack(options=offered(body["block_id"], Looking(body.get("value") or "", desk, viewer, chosen)))
        except RecordUnavailable:
            ack(options=[])

    @app.action(VALUE)
    def chosen(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        view = body.get("view") or {}
        form = FORMS.get(view.get("callback_id", ""))
        ack()
        if form and (changed := form.changed(view)) and first_press(desk, body):
            # Of two choices at once the later was made in a form that is no more: the next choice shows both.
            with suppress(SlackClientError, OSError, HTTPException):
                client.views_update(view_id=view["id"], hash=view.get("hash"), view=changed)
