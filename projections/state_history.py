"""Whose history each fact belongs to: the index of the audit endpoint, clustered by party and position."""

from collections.abc import Iterator
from typing import Any

from projections.audience import Audience
from projections.concerned import parties_of
from projections.entries import article_of
from projections.schema import number, text, view
from projections.thing import Thing

VERSION = 2

table = view(
    "state_history",
    text("party", key=True),
    number("position", key=True),
    text("thing"),
    text("role"),
    text("kind"),
    text("donor", optional=True),
    number("article", optional=True),
    text("occurred_on"),
    rowid=False,
)


def rows(thing: Thing, _audiences: tuple[Audience, ...]) -> Iterator[dict[str, Any]]:
    """One row for each party a fact concerns; the documents are those of the log."""
    for entry in thing.entries:
        for party, role in parties_of(entry, thing).items():
            yield {
                "party": party,
                "position": entry.recorded.position,
                "thing": thing.id,
                "role": role,
                "kind": entry.fact.TOPIC,
                "donor": thing.opening.own_fields().get("donor"),
                "article": article_of(thing),
                "occurred_on": entry.fact.occurred_on,
            }
