"""Meetings, those nearest to today first."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import orjson

from bots.desk import Desk
from bots.modals.fields import Option, option
from bots.modals.offered.looking import Looking
from bots.questions.asker import WHOLE
from projections.audience import Audience
from projections.filters import MeetingFilter
from projections.moment import Moment


def meetings(looking: Looking) -> list[Option]:
    """By day, title or place."""
    known = known_meetings(looking.desk, looking.viewer, looking.desk.today())
    return [
        titled(each)
        for each in known
        if looking.fits(each["id"], [each["on"], each["title"], each["kind"], each.get("place") or ""])
    ]


def known_meetings(desk: Desk, viewer: Audience, day: str) -> list[dict[str, Any]]:
    """The meetings that this person may see, those nearest to a day first."""
    found = desk.queries.meetings(viewer, MeetingFilter(), WHOLE, Moment()).items
    known = [meeting for each in found if not (meeting := orjson.loads(each))["retracted"]]
    return sorted(known, key=lambda each: abs((date.fromisoformat(each["on"]) - date.fromisoformat(day)).days))


def attended(looking: Looking) -> Sequence[str]:
    """Who was at the meeting that was chosen."""
    if not (chosen := looking.chosen.get("meeting_id")):
        return ()
    found = looking.desk.queries.meetings(looking.viewer, MeetingFilter(id=chosen), WHOLE, Moment()).items
    return [code for each in found for code in orjson.loads(each)["attended"] or ()]


def titled(meeting: dict[str, Any]) -> Option:
    """The day first: titles are much alike."""
    return option(f"{meeting['on']} {meeting['title']}", meeting["id"])
