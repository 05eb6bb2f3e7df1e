"""What a donor can have been told of a State's need, and from which day on."""

from collections.abc import Iterator
from typing import Any

from domain.circles import Circles
from domain.contacts.events import ContactRecorded
from domain.fact_changes import VisibilityChanged
from domain.meetings.events import MeetingHeld, StatementRecorded
from domain.plans.events import PlanAdopted
from domain.reports.events import ReportFiled
from domain.requests.events import RequestAmended, RequestSubmitted
from domain.words import Visibility
from projections.audience import Audience
from projections.events import microseconds, owners_text
from projections.schema import number, text, view
from projections.thing import Entry, Thing

VERSION = 1
TELLING = (RequestSubmitted, RequestAmended, ReportFiled, PlanAdopted, ContactRecorded, MeetingHeld, StatementRecorded)
"""Facts by which a donor is told of a State's need."""
MEETING = ""
"""Instead of a State where a fact was told to all who were at a meeting."""

table = view(
    "told",
    text("audience", key=True),
    text("state", key=True),
    number("position", key=True),
    text("thing"),
    text("kind"),
    text("donor", optional=True),
    text("present"),
    text("speaker", optional=True),
    text("occurred_on"),
    text("told_on"),
    number("recorded_us"),
    rowid=False,
)


def rows(thing: Thing, audiences: tuple[Audience, ...]) -> Iterator[dict[str, Any]]:
    """One row for each fact that ever told somebody something: a contact that donor, others whoever could read them."""
    if not any(isinstance(entry.fact, TELLING) for entry in thing.entries):
        return
    for audience in audiences:
        seen = thing.seen_by(audience)
        for entry in seen.counting if seen else ():
            if seen and isinstance(entry.fact, TELLING) and (told := _told(entry, seen)):
                yield {
                    "audience": audience.rows_as,
                    "position": entry.recorded.position,
                    "thing": thing.id,
                    "kind": entry.fact.TOPIC,
                    "occurred_on": entry.fact.occurred_on,
                    "recorded_us": microseconds(entry.fact.timestamp),
                    "donor": None,
                    "present": "",
                    "speaker": None,
                } | told


def _told(entry: Entry, thing: Thing) -> dict[str, Any] | None:
    """To whom, and from which day; None where it was told to nobody."""
    fact = entry.fact
    if isinstance(fact, MeetingHeld | StatementRecorded):
        speaker = fact.speaker if isinstance(fact, StatementRecorded) else None
        if isinstance(fact, StatementRecorded) and not speaker:
            return None
        held = [each.attended or () for each in thing.facts if isinstance(each, MeetingHeld)]
        present = owners_text(frozenset(held[-1])) if held else ""
        told = {"state": MEETING, "present": present, "speaker": speaker, "told_on": fact.occurred_on}
        return told if present else None
    state = thing.opening.own_fields().get("state")
    if isinstance(fact, ContactRecorded):
        return {"state": state, "donor": fact.donor, "told_on": fact.occurred_on}
    told_on = _open_from(entry, thing)
    return {"state": state, "told_on": told_on} if state and told_on else None


def _open_from(entry: Entry, thing: Thing) -> str | None:
    """The first day on which it was open to more than the Coordinators, if only for a day."""
    facts = [each.recorded.fact for each in thing.entries]
    day = entry.fact.occurred_on
    changes = {fact.occurred_on for fact in facts if isinstance(fact, VisibilityChanged)}
    moments = (day, *sorted(change for change in changes if change > day))
    return next(
        (each for each in moments if Circles(facts, each).of(entry.recorded.fact) is not Visibility.COORDINATORS), None
    )
