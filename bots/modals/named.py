"""What stands in a form from the start: what its command named, else what is known of whoever opens it."""

from collections.abc import Sequence
from datetime import date

from bots.audiences import alone
from bots.desk import Desk, asker
from bots.modals.fields import LONGEST, Option
from bots.modals.offered.meetings import known_meetings, titled
from bots.modals.offered.parties import called
from bots.modals.standing import Standing
from bots.questions.naming import read_name
from bots.questions.pair import read_pair
from bots.questions.refusals import NotUnderstood, unread
from bots.questions.typed import Words
from bots.signs import size
from domain.actor import Actor
from domain.words import Role

AS_THE_MEETING = "Empty: as the meeting. Nobody sees more than the meeting's own circle does."
NEAR = 3
"""Days: who records something so soon before or after a meeting means that meeting."""


def pair(words: Words, desk: Desk, actor: Actor, usage: Sequence[str]) -> Standing:
    """Donor and State from the command; else whom the person speaks for."""
    if not words.rest:
        return {"donor": party(spoken_for(actor, Role.DONOR)), "state": party(spoken_for(actor, Role.STATE))}
    donor, state = read_pair(words, asker(desk, alone(actor)), usage)
    check_read(words, usage)
    return {"donor": party(donor), "state": party(state)}


def state(words: Words, desk: Desk, actor: Actor, usage: Sequence[str]) -> Standing:
    """The State from the command; else the one the person speaks for."""
    if not words.rest:
        return {"state": party(spoken_for(actor, Role.STATE))}
    named = read_name(words, desk.names.state, frozenset())
    check_read(words, usage)
    return {"state": party(named)}


def meeting(words: Words, desk: Desk, actor: Actor, usage: Sequence[str]) -> Standing:
    """The one meeting that is near today, and the words that the command brings."""
    text = " ".join(words.rest)
    if size(text) > LONGEST:
        raise NotUnderstood(f"A form takes {LONGEST:,} characters: open it without words.", usage=usage)
    return {"text": text, **meeting_near(desk, actor, desk.today())}


def meeting_near(desk: Desk, actor: Actor, day: str) -> Standing:
    """The meeting that was just before or comes just after a day, where it is the only one."""
    known = known_meetings(desk, alone(actor), day)
    if not known:
        raise NotUnderstood("No meeting is on record yet. Schedule it first: `ica do schedule-meeting`.")
    near = [each for each in known if abs((date.fromisoformat(each["on"]) - date.fromisoformat(day)).days) <= NEAR]
    return {"meeting_id": titled(near[0])} if len(near) == 1 else {}


def spoken_for(actor: Actor, role: Role) -> str:
    """The one State or donor that a person speaks for; nothing where there are several."""
    parties = {party for grant in actor.grants if grant.role is role for party in grant.parties}
    return parties.pop() if len(parties) == 1 else ""


def party(code: str) -> Option | None:
    """A State or organisation by its name; nothing for nobody."""
    return next(iter(called([code] if code else [])), None)


def check_read(words: Words, usage: Sequence[str]) -> None:
    """Raise NotUnderstood where the command says more than was read."""
    if words.rest:
        raise NotUnderstood(unread(words.rest), usage=usage)
