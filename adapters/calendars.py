"""Deadlines as an iCalendar file: whole days, each under an id that stays its own when the day moves."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from icalendar import Calendar, Event

from bots.questions.deadlines import KINDS
from domain import names


def to_calendar(deadlines: Iterable[dict[str, Any]], clearance: str, base_url: str, now: datetime) -> bytes:
    """Every deadline that has a day and stands; the file says for whose eyes it is."""
    calendar = Calendar()
    calendar.add("prodid", "-//ica-ledger//deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"Deadlines, Convention on Cluster Munitions ({clearance})")
    calendar.add("x-ica-clearance", clearance)
    for deadline in deadlines:
        if deadline["due_on"] and deadline["status"] == "fixed":
            calendar.add_component(_event(deadline, base_url, now))
    written: bytes = calendar.to_ical()
    return written


def _event(deadline: dict[str, Any], base_url: str, now: datetime) -> Event:
    event = Event()
    state = deadline["state"]
    event.add("uid", f"{deadline['id']}@ica-ledger")
    event.add("dtstamp", now)
    event.add("dtstart", date.fromisoformat(deadline["due_on"]))
    event.add("summary", ": ".join(filter(None, (state and names.party_name(state), _what(deadline)))))
    event.add("description", _basis(deadline))
    event.add("transp", "TRANSPARENT")
    if state:
        event.add("url", f"{base_url}/states/{state}")
    return event


def _what(deadline: dict[str, Any]) -> str:
    what = KINDS[deadline["kind"]]
    year = f" for {deadline['year']}" if deadline.get("year") else ""
    article = f" (Article {deadline['article']})" if deadline["article"] and "Article" not in what else ""
    return f"{what}{year}{article}"


def _basis(deadline: dict[str, Any]) -> str:
    how = "Computed: " if deadline["computed"] else ""
    outlook = f" Outlook: {deadline['outlook'].replace('_', ' ')}." if deadline["outlook"] else ""
    return f"{how}{deadline['basis']}.{outlook}"
