"""`/ica shift`: a form is opened for whoever may record one, with what the command named already filled in."""

import time
from collections.abc import Mapping
from http.client import HTTPException
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bots import messages
from bots.audiences import alone
from bots.desk import Desk, Message, asker
from bots.modals import shift
from bots.questions.pair import read_pair
from bots.questions.refusals import NotUnderstood, unread
from bots.questions.typed import Words
from domain.actor import Actor
from domain.authority import authorise
from domain.errors import NotAllowed
from domain.words import Role

USAGE = ("/ica shift", "/ica shift NOR LAO")


def open_shift(desk: Desk, actor: Actor, command: Mapping[str, Any], text: str, client: WebClient) -> Message | None:
    """Open the form; otherwise say why not."""
    try:
        authorise(actor, shift.COMMAND)
        donor, state = _named(desk, actor, Words(f"{command['command']} {text}"))
    except NotAllowed as refusal:
        return messages.not_yours(shift.WHAT, str(refusal), command["team_id"], command["user_id"])
    except NotUnderstood as refusal:
        return messages.said(refusal.answer())
    try:
        client.views_open(trigger_id=command["trigger_id"], view=shift.build(f"{time.time():.6f}", donor, state))
    except (SlackClientError, OSError, HTTPException):
        return messages.told(messages.FORM_NOT_OPENED)
    return None


def _named(desk: Desk, actor: Actor, words: Words) -> tuple[str, str]:
    """Donor and State from the command; else whom the person speaks for."""
    words.take(2)
    if not words.rest:
        return _spoken_for(actor, Role.DONOR), _spoken_for(actor, Role.STATE)
    pair = read_pair(words, asker(desk, alone(actor)), USAGE)
    if words.rest:
        raise NotUnderstood(unread(words.rest), usage=USAGE)
    return pair


def _spoken_for(actor: Actor, role: Role) -> str:
    parties = {party for grant in actor.grants if grant.role is role for party in grant.parties}
    return parties.pop() if len(parties) == 1 else ""
