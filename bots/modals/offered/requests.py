"""Requests that a pledge may answer."""

from collections.abc import Iterator
from itertools import count, islice
from typing import Any

import orjson

from bots.modals.fields import Option, option
from bots.modals.offered.looking import MOST, Looking
from domain.names import party_name
from projections.filters import RequestFilter
from projections.moment import Moment
from projections.page import Page

AT_ONCE = 100
"""Requests read at once."""


def requests(looking: Looking) -> list[Option]:
    """Those of the State that was chosen; the open ones first, the latest of them first."""
    found = (each for each in _latest(looking) if not each["retracted"] and _fits(looking, each))
    return [option(_said(each), each["id"]) for each in islice(found, MOST)]


def _latest(looking: Looking) -> Iterator[dict[str, Any]]:
    """Read only as far as is looked."""
    for still_open in (True, False):
        wanted = RequestFilter(state=looking.party("state"), open=still_open)
        for skipped in count(0, AT_ONCE):
            page = Page(AT_ONCE, skip=skipped, latest=True)
            found = looking.desk.queries.listed_requests(looking.viewer, wanted, page, Moment()).items
            yield from map(orjson.loads, reversed(found))
            if len(found) < AT_ONCE:
                break


def _fits(looking: Looking, request: dict[str, Any]) -> bool:
    return looking.fits(
        request["id"], [request["occurred_on"], request["state"], party_name(request["state"]), request["need"]]
    )


def _said(request: dict[str, Any]) -> str:
    return f"{request['occurred_on']} {party_name(request['state'])}, Art. {request['article']}: {request['need']}"
