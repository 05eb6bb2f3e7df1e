"""Forms that were filled in and sent, or closed."""

import re
from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, App

from bots.desk import Desk
from bots.modals.form import Form
from bots.modals.forms import FORMS
from bots.modals.submission import submitted
from bots.pressing import person_of


def register(app: App, desk: Desk) -> None:
    """Add the submission of every form; what is closed without it leaves nothing."""
    for each in FORMS.values():
        app.view(each.name)(_sent(each, desk))
    app.view_closed(re.compile(""))(_closed)


def _closed(ack: Ack) -> None:
    ack()


def _sent(form: Form, desk: Desk) -> Callable[..., None]:
    def sent(ack: Ack, body: dict[str, Any], view: dict[str, Any]) -> None:
        ack(**submitted(form, desk, *person_of(body), view))

    return sent
