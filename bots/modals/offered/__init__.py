"""What a form offers while somebody types into it: what this person may see, and no more."""

from collections.abc import Callable, Mapping

from bots.modals.fields import Option
from bots.modals.offered.looking import MOST, Looking
from bots.modals.offered.meetings import meetings
from bots.modals.offered.parties import parties, speakers, states
from bots.modals.offered.requests import requests
from bots.modals.offered.support import parents, pledges, shifts

_OFFERS: Mapping[str, Callable[[Looking], list[Option]]] = {
    "state": states,
    "to_state": states,
    "donor": parties,
    "owner": parties,
    "via": parties,
    "speaker": speakers,
    "meeting_id": meetings,
    "request_id": requests,
    "pledge_id": pledges,
    "parent_pledge_id": parents,
    "shift_id": shifts,
}


def offered(field: str, looking: Looking) -> list[Option]:
    """What may be meant, the likeliest first; nothing for a field that is not chosen from many."""
    return _OFFERS[field](looking)[:MOST] if field in _OFFERS else []
