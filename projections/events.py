"""The log as people may read it: each fact as ready JSON, for each audience."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson

from projections.audience import AUDITORS, COORDINATORS, STATES_PARTIES, Audience
from projections.entries import document
from projections.schema import flag, number, ready_json, text, view
from projections.sentences import sentence
from projections.thing import Entry, Thing

VERSION = 7

table = view(
    "events",
    number("position", key=True),
    text("thing"),
    text("event_id"),
    text("kind"),
    number("rank"),
    text("owners"),
    text("recorded_by"),
    text("occurred_on"),
    number("recorded_us"),
    flag("administrative"),
    flag("retracted"),
    ready_json("for_readers"),
    ready_json("for_coordinators"),
    ready_json("for_auditors"),
    ready_json("as_it_stands", optional=True),
    indexes=(
        ("event_id",),
        ("kind", "thing"),
        ("thing", "occurred_on"),
        ("recorded_by", "position"),
        ("recorded_us", "rank", "administrative", "owners"),
    ),
)


def rows(thing: Thing, audiences: tuple[Audience, ...]) -> Iterator[dict[str, Any]]:
    """One row an event; `rank` and `owners` say who may see it, `as_it_stands` what corrections made of its words."""
    for entry in thing.entries:
        yield {
            "position": entry.recorded.position,
            "thing": thing.id,
            "event_id": entry.recorded.fact.event_id,
            "kind": entry.fact.TOPIC,
            "rank": entry.standing.visibility.rank,
            "owners": owners_text(entry.standing.owners),
            "recorded_by": entry.fact.recorded_by,
            "occurred_on": entry.fact.occurred_on,
            "recorded_us": microseconds(entry.fact.timestamp),
            "administrative": entry.fact.ADMINISTRATIVE,
            "retracted": not entry.standing.counts,
            "for_readers": orjson.dumps(document(entry, thing, STATES_PARTIES)),
            "for_coordinators": orjson.dumps(document(entry, thing, COORDINATORS)),
            "for_auditors": orjson.dumps(document(entry, thing, AUDITORS)),
            "as_it_stands": _as_it_stands(entry, thing, audiences[0]) if entry.standing.corrected_by else None,
        }


def _as_it_stands(entry: Entry, thing: Thing, audience: Audience) -> bytes:
    """Now the same for everybody; of another moment, without the words taken away since."""
    fact = entry.shown_to(audience).fact
    return orjson.dumps({"summary": sentence(fact, thing.opening), "source": fact.source})


def owners_text(owners: frozenset[str]) -> str:
    """Owners as one text in which each is found between bars."""
    return "|".join(["", *sorted(owners), ""]) if owners else ""


def microseconds(moment: datetime) -> int:
    """A moment as a number, to compare by."""
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
