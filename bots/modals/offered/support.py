"""Pledges that a shift may be about, and shifts that may be explained."""

from collections.abc import Iterator
from itertools import count
from typing import Any

import orjson

from bots.modals.fields import Option, option
from bots.modals.offered.looking import MOST, Looking
from bots.questions.asker import WHOLE
from bots.wording import amounts
from domain.names import party_name
from projections.filters import PledgeFilter, ShiftFilter
from projections.moment import Moment
from projections.page import Page

AT_ONCE = 200
"""Pledges read at once."""


def pledges(looking: Looking) -> list[Option]:
    """Those of the donor and the State that were chosen."""
    return _pledges(looking, PledgeFilter(state=looking.party("state"), donor=looking.party("donor")))


def parents(looking: Looking) -> list[Option]:
    """Those to the State that was chosen, whoever gives: a fund passes on what others gave it."""
    return _pledges(looking, PledgeFilter(state=looking.party("state")))


def _pledges(looking: Looking, wanted: PledgeFilter) -> list[Option]:
    """What has ended comes last, the latest first; read only as far as is looked."""
    lasting, ended = list[Option](), list[Option]()
    for pledge in _latest(looking, wanted):
        if _fits(looking, pledge):
            (ended if pledge["ended_on"] else lasting).append(option(_pledged(pledge), pledge["id"]))
        if len(lasting) == MOST:
            break
    return [*lasting, *ended]


def _latest(looking: Looking, wanted: PledgeFilter) -> Iterator[dict[str, Any]]:
    for skipped in count(0, AT_ONCE):
        page = Page(AT_ONCE, skip=skipped, latest=True)
        found = looking.desk.queries.listed_pledges(looking.viewer, wanted, page, Moment()).items
        yield from map(orjson.loads, reversed(found))
        if len(found) < AT_ONCE:
            break


def shifts(looking: Looking) -> list[Option]:
    """What waits for an explanation first, the latest of it first."""
    found = looking.desk.queries.shifts(looking.viewer, ShiftFilter(), WHOLE, Moment()).items
    known = [orjson.loads(each) for each in found]
    known.sort(key=lambda each: each["occurred_on"], reverse=True)
    known.sort(key=lambda each: not each["unexplained"])
    return [shifted(each) for each in known if _fits(looking, each)]


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
