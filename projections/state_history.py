"""Whose history each fact belongs to: the index of the audit endpoint, clustered by party and position."""

from collections.abc import Iterator
from typing import Any

from projections.audience import Audience
from projections.concerned import parties_of
from projections.entries import article_of
from projections.events import microseconds, owners_text
from projections.schema import flag, number, text, view
from projections.thing import Thing

VERSION = 3

table = view(
    "state_history",
    text("party", key=True),
    number("position", key=True),
    text("thing"),
    text("role"),
    text("kind"),
    text("donor", optional=True),
    text("state", optional=True),
    number("article", optional=True),
    text("occurred_on"),
    number("recorded_us"),
    number("rank"),
    text("owners"),
    flag("administrative"),
    flag("retracted"),
    indexes=(("kind", "occurred_on"),),
    rowid=False,
)


def rows(thing: Thing, _audiences: tuple[Audience, ...]) -> Iterator[dict[str, Any]]:
    """One row for each party a fact concerns, with what it is counted by; the documents are those of the log.

    `donor` and `state` are whom the whole thing is between.
    """
    about = thing.opening.own_fields()
    for entry in thing.entries:
        for party, role in parties_of(entry, thing).items():
            yield {
                "party": party,
                "position": entry.recorded.position,
                "thing": thing.id,
                "role": role,
                "kind": entry.fact.TOPIC,
                "donor": about.get("donor"),
                "state": about.get("state"),
                "article": article_of(thing),
                "occurred_on": entry.fact.occurred_on,
                "recorded_us": microseconds(entry.fact.timestamp),
                "rank": entry.standing.visibility.rank,
                "owners": owners_text(entry.standing.owners),
                "administrative": entry.fact.ADMINISTRATIVE,
                "retracted": not entry.standing.counts,
            }
