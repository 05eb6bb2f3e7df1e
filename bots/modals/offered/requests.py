"""Requests that a pledge may answer."""

from typing import Any

import orjson

from bots.modals.fields import Option, option
from bots.modals.offered.looking import Looking
from bots.questions.asker import WHOLE
from domain.names import party_name
from domain.words import RequestStatus
from projections.filters import RequestFilter
from projections.moment import Moment

_OPEN = (RequestStatus.OPEN, RequestStatus.PARTLY_MET)


def requests(looking: Looking) -> list[Option]:
    """Those of the State that was chosen; the open ones first, the latest of them first."""
    wanted = RequestFilter(state=looking.party("state"))
    found = looking.desk.queries.requests(looking.viewer, wanted, WHOLE, Moment()).items
    known = [request for each in reversed(found) if not (request := orjson.loads(each))["retracted"]]
    known.sort(key=lambda each: each["status"] not in _OPEN)
    return [option(_said(each), each["id"]) for each in known if _fits(looking, each)]


def _fits(looking: Looking, request: dict[str, Any]) -> bool:
    return looking.fits(request["id"], [request["state"], party_name(request["state"]), request["need"]])


def _said(request: dict[str, Any]) -> str:
    return f"{party_name(request['state'])}, Art. {request['article']}: {request['need']}"
