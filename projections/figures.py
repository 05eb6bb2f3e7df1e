"""What each pledge carries, in short: sums over many pledges are made of these rows, not of the pledges' documents."""

from collections.abc import Iterator
from typing import Any

from domain.pledges.events import PledgeMade
from domain.pledges.ledger import ledger
from projections.audience import Audience
from projections.pledges import sums, unknown
from projections.schema import flag, number, text, view
from projections.thing import Thing
from projections.totals import MEASURES, in_short

VERSION = 1

table = view(
    "figures",
    text("audience", key=True),
    text("thing", key=True),
    number("position"),
    text("donor"),
    text("state"),
    number("article", optional=True),
    text("request_id", optional=True),
    text("parent_pledge_id", optional=True),
    text("occurred_on"),
    text("ended_on", optional=True),
    flag("retracted"),
    flag("amount_unknown"),
    flag("given"),
    flag("by_year"),
    *(text(measure) for measure in MEASURES),
    rowid=False,
)
_COPIED = ("donor", "state", "article", "request_id", "parent_pledge_id", "occurred_on")


def rows(thing: Thing, audiences: tuple[Audience, ...]) -> Iterator[dict[str, Any]]:
    """One row for each audience that may see the pledge."""
    if not isinstance(thing.opening, PledgeMade):
        return
    for audience in audiences:
        if (seen := thing.seen_by(audience)) and isinstance(seen.opening, PledgeMade):
            yield {"audience": audience.rows_as, "thing": thing.id, **_in_short(seen, seen.opening)}


def _in_short(thing: Thing, opening: PledgeMade) -> dict[str, Any]:
    """`given`: something was paid or received; `by_year`: the pledge names what it gives in which year."""
    book = ledger(thing.facts)
    money = {measure: in_short(sums(book, measure)) for measure in MEASURES}
    return {
        "position": thing.position,
        **{name: getattr(opening, name) for name in _COPIED},
        "ended_on": book.ended_on,
        "retracted": thing.first.standing.retracted,
        "amount_unknown": unknown(book, opening),
        "given": bool(money["paid"] or money["received"]),
        "by_year": bool(opening.tranches),
        **money,
    }
