"""What a command may name before its form opens: a State, a donor and a State, a meeting."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import orjson

from bots.audiences import alone
from bots.desk import Desk, asker
from bots.modals.form import Given
from bots.questions.naming import read_name
from bots.questions.pair import read_pair
from bots.questions.refusals import NotUnderstood, unread
from bots.questions.typed import Words
from domain.actor import Actor
from domain.words import Role
from projections.filters import MeetingFilter
from projections.moment import Moment
from projections.page import LARGEST, Page

MOST_OPTIONS = 100
LONGEST_OPTION = 75


def pair(words: Words, desk: Desk, actor: Actor, usage: Sequence[str]) -> Given:
    """Donor and State from the command; else whom the person speaks for."""
    if not words.rest:
        return {"donor": spoken_for(actor, Role.DONOR), "state": spoken_for(actor, Role.STATE)}
    donor, state = read_pair(words, asker(desk, alone(actor)), usage)
    _check_read(words, usage)
    return {"donor": donor, "state": state}


def state(words: Words, desk: Desk, actor: Actor, usage: Sequence[str]) -> Given:
    """The State from the command; else the one the person speaks for."""
    if not words.rest:
        return {"state": spoken_for(actor, Role.STATE)}
    named = read_name(words, desk.names.state, frozenset())
    _check_read(words, usage)
    return {"state": named}


def meetings(words: Words, desk: Desk, actor: Actor, usage: Sequence[str]) -> Given:
    """The meetings that this person may see, those nearest to today first."""
    _check_read(words, usage)
    found = desk.queries.meetings(alone(actor), MeetingFilter(), Page(LARGEST), Moment()).items
    known = [meeting for each in found if not (meeting := orjson.loads(each))["retracted"]]
    if not known:
        raise NotUnderstood("No meeting is on record yet. Schedule it first: `ica do schedule-meeting`.")
    today = date.fromisoformat(desk.today())
    known.sort(key=lambda meeting: abs((date.fromisoformat(meeting["on"]) - today).days))
    return {"meetings": {meeting["id"]: _titled(meeting) for meeting in known[:MOST_OPTIONS]}}


def spoken_for(actor: Actor, role: Role) -> str:
    """The one State or donor that a person speaks for; nothing where there are several."""
    parties = {party for grant in actor.grants if grant.role is role for party in grant.parties}
    return parties.pop() if len(parties) == 1 else ""


def _titled(meeting: dict[str, Any]) -> str:
    """The day first: titles are much alike."""
    words = f"{meeting['on']} {meeting['title']}"
    return words if len(words) <= LONGEST_OPTION else f"{words[: LONGEST_OPTION - 1]}…"


def _check_read(words: Words, usage: Sequence[str]) -> None:
    if words.rest:
        raise NotUnderstood(unread(words.rest), usage=usage)
