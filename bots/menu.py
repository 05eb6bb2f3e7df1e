"""`/ica` alone: what can be asked and recorded, and what this person touched last."""

from typing import Any

import orjson

from bots.answered import ASK
from bots.audiences import alone
from bots.blocks import Block, button, context, section
from bots.desk import Desk, Message
from bots.modals.forms import FORMS
from bots.mrkdwn import fitted, linked
from bots.questions.pages import page
from bots.wording import begun
from domain.actor import Actor
from domain.authority import authorise
from domain.errors import NotAllowed

OPEN = "open"
"""Action id of a button that opens a form, followed by the form's name."""
QUESTIONS = {
    "Due within 3 months": "deadlines within 3 months",
    "Open requests": "requests open",
    "Unexplained shifts": "shifts unexplained",
    "Open outcomes": "outcomes open",
    "Contacts due": "contacts due",
}
TOUCHED = 5
_SUMMARY = 200
_HEAD = "Ask the record, or add to it."


def menu(desk: Desk, actor: Actor) -> Message:
    """Buttons for what is asked most, for the forms this person may send, and the last things touched."""
    asked = [button(f"{ASK}_{number}", words, question) for number, (words, question) in enumerate(QUESTIONS.items())]
    record = form_buttons(actor)
    told = touched(desk, actor)
    return Message(
        _HEAD,
        [
            section(f"*{_HEAD}*"),
            {"type": "actions", "block_id": "menu_ask", "elements": asked},
            *([{"type": "actions", "block_id": "menu_record", "elements": record}] if record else []),
            *([section("*You touched last*\n" + "\n".join(told))] if told else []),
            context("`/ica help` shows all that can be asked. In a channel or a direct message, ask without `/ica`."),
        ],
    )


def form_buttons(actor: Actor) -> list[Block]:
    """One for each form that this person may send."""
    return [
        button(f"{OPEN}_{form.name}", f"{begun(form.name)}…", form.name)
        for form in FORMS.values()
        if _may(actor, form.command)
    ]


def touched(desk: Desk, actor: Actor) -> list[str]:
    """What this person recorded last, one line for each thing, with its page."""
    found = desk.queries.last_recorded_by(alone(actor), actor.id, TOUCHED)
    return [_line(orjson.loads(each), desk.base_url) for each in found]


def _line(fact: dict[str, Any], base_url: str) -> str:
    day = linked(fact["occurred_on"], page(base_url, "events", fact["event_id"]))
    return f"• {day} {fitted(fact['summary'], _SUMMARY)}"


def _may(actor: Actor, command: str) -> bool:
    try:
        authorise(actor, command)
    except NotAllowed:
        return False
    return True
