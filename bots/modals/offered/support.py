"""Pledges that a shift may be about, and shifts that may be explained."""

from typing import Any

import orjson

from bots.modals.fields import Option, option
from bots.modals.offered.looking import Looking
from bots.questions.asker import WHOLE
from bots.wording import amounts
from domain.names import party_name
from projections.filters import PledgeFilter, ShiftFilter
from projections.moment import Moment


def pledges(looking: Looking) -> list[Option]:
    """Those of the donor and the State that were chosen."""
    return _pledges(looking, PledgeFilter(state=looking.party("state"), donor=looking.party("donor")))


def parents(looking: Looking) -> list[Option]:
    """Those to the State that was chosen, whoever gives: a fund passes on what others gave it."""
    return _pledges(looking, PledgeFilter(state=looking.party("state")))


def _pledges(looking: Looking, wanted: PledgeFilter) -> list[Option]:
    """What has ended comes last, the latest first."""
    found = looking.desk.queries.pledges(looking.viewer, wanted, WHOLE, Moment()).items
    known = [pledge for each in reversed(found) if not (pledge := orjson.loads(each))["retracted"]]
    known.sort(key=lambda each: each["ended_on"] is not None)
    return [option(_pledged(each), each["id"]) for each in known if _fits(looking, each)]


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
