"""Pledges that a shift may be about, and shifts that may be explained."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, islice
from typing import Any

import orjson

from bots.modals.fields import Option, option
from bots.modals.offered.looking import MOST, Looking
from bots.wording import amounts
from domain.names import party_name
from projections.filters import PledgeFilter, ShiftFilter
from projections.moment import Moment
from projections.page import Listing, Page

AT_ONCE = 200
"""Pledges or shifts read at once."""


def pledges(looking: Looking) -> list[Option]:
    """Those of the donor and the State that were chosen."""
    return _pledges(looking, PledgeFilter(state=looking.party("state"), donor=looking.party("donor")))


def parents(looking: Looking) -> list[Option]:
    """Those to the State that was chosen, whoever gives: a fund passes on what others gave it."""
    return _pledges(looking, PledgeFilter(state=looking.party("state")))


def _pledges(looking: Looking, wanted: PledgeFilter) -> list[Option]:
    """What has ended comes last, the latest first; read only as far as is looked."""
    lasting, ended = list[Option](), list[Option]()
    for pledge in _latest(partial(looking.desk.queries.listed_pledges, looking.viewer, wanted)):
        if _fits(looking, pledge):
            (ended if pledge["ended_on"] else lasting).append(option(_pledged(pledge), pledge["id"]))
        if len(lasting) == MOST:
            break
    return [*lasting, *ended]


def shifts(looking: Looking) -> list[Option]:
    """What waits for an explanation first, the latest of it first; read only as far as is looked."""
    kinds = (ShiftFilter(unexplained=waits, by_day=True) for waits in (True, False))
    found = (each for kind in kinds for each in _latest(partial(looking.desk.queries.shifts, looking.viewer, kind)))
    return [shifted(each) for each in islice((each for each in found if _fits(looking, each)), MOST)]


def _latest(read: Callable[[Page, Moment], Listing]) -> Iterator[dict[str, Any]]:
    for skipped in count(0, AT_ONCE):
        found = read(Page(AT_ONCE, skip=skipped, latest=True), Moment()).items
        yield from map(orjson.loads, reversed(found))
        if len(found) < AT_ONCE:
            break


def shifted(shift: dict[str, Any]) -> Option:
    """When, who, what, and how much of it."""
    money = f" {amounts([shift['money']])}" if shift["money"] else ""
    return option(
        f"{shift['occurred_on']} {party_name(shift['donor'])}: {shift['direction']}{money}, "
        f"{party_name(shift['state'])}",
        shift["id"],
    )  # fmt: skip


def _pledged(pledge: dict[str, Any]) -> str:
    promised = amounts([pledge["money"]]) if pledge["money"] else pledge["in_kind"] or "amount unknown"
    return f"{pledge['occurred_on']} {party_name(pledge['donor'])}: {promised}, {party_name(pledge['state'])}"


def _fits(looking: Looking, thing: dict[str, Any]) -> bool:
    parties = [thing["donor"], thing["state"]]
    said = [thing["occurred_on"], (thing["money"] or {}).get("amount", ""), thing.get("in_kind") or ""]
    return looking.fits(thing["id"], [*parties, *map(party_name, parties), *said])
