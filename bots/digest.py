"""What the weekly digest tells: what changed, what is due, what is overdue, what waits for an explanation."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import orjson

from bots.waiting import what_waits
from projections.audience import STATES_PARTIES
from projections.filters import DeadlineFilter
from projections.moment import Moment
from projections.page import Page
from projections.queries import Queries

Document = dict[str, Any]
DAYS_AHEAD = 30
AT_ONCE = Page(500)
OF_REMINDERS = "reminder."
"""Kinds that begin so tell what the bot did, not what changed in the field."""


@dataclass(frozen=True)
class Digest:
    """Of the week that begins on `monday`, as it stands on `day`."""

    monday: date
    day: date
    changed: list[Document]
    due: list[Document]
    overdue: list[Document]
    unexplained: list[Document]

    @property
    def since(self) -> date:
        """What changed is told from here."""
        return self.monday - timedelta(weeks=1)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all to tell."""
        return not (self.changed or self.due or self.overdue or self.unexplained)


def week_of(day: date) -> str:
    """`2026-W48`: there is one digest in each."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def digest(queries: Queries, day: date, at: datetime) -> Digest:
    """As of a moment of a day: of what was recorded later, nothing. Only what States Parties may see."""
    monday = day - timedelta(days=day.weekday())
    begun = datetime.combine(monday - timedelta(weeks=1), time.min, at.tzinfo)
    dated = [each for each in _deadlines(queries, day) if each["due_on"] <= (day + timedelta(DAYS_AHEAD)).isoformat()]
    waits = [each for each in what_waits(queries, day.isoformat()) if each["kind"] == "explanation"]
    return Digest(
        monday,
        day,
        list(_changes(queries, begun, at)),
        [each for each in dated if each["due_on"] >= day.isoformat()],
        [each for each in dated if each["due_on"] < day.isoformat()],
        [each for each in waits if each["due_on"] <= day.isoformat() and _told(each)],
    )


def _deadlines(queries: Queries, day: date) -> Iterator[Document]:
    found, _ = queries.deadlines(STATES_PARTIES, DeadlineFilter(status="fixed"), Moment(), day.isoformat())
    return (each for each in found if each["due_on"] and _told(each))


def _told(each: Document) -> bool:
    return each["status"] == "fixed" and not (each.get("before_record") or each.get("provisional"))


def _changes(queries: Queries, since: datetime, until: datetime) -> Iterator[Document]:
    """In order of recording, page by page: a week may hold an import."""
    after: int | None = 0
    while after is not None:
        listing = queries.changes(STATES_PARTIES, since, Page(AT_ONCE.limit, after), Moment())
        for each in map(orjson.loads, listing.items):
            if datetime.fromisoformat(each["recorded_at"]) >= until:
                return
            if not (each["kind"].startswith(OF_REMINDERS) or each["retracted"]):
                yield each
        after = listing.after
