"""Whether people of another organisation read where something is to be told."""

from collections.abc import Callable

from adapters.outbox.post import Outgoing
from adapters.outbox.wire import Clients
from bots.places import place_of

KNOWN_FOR = 600.0
"""Seconds for which what Slack said of a channel is believed."""
CHANNELS = ("C", "G")
"""So their ids begin; people are written to in conversations of their own."""


class Outsiders:
    """Slack is asked, and asked anew from time to time; `now` is the time in seconds."""

    def __init__(self, clients: Clients, now: Callable[[], float]) -> None:
        self._clients, self._now = clients, now
        self._places: dict[tuple[str, str], tuple[float, bool]] = {}

    def read(self, message: Outgoing) -> bool:
        """Whether Slack says that another organisation shares the channel."""
        channel, now = (message.team, message.conversation), self._now()
        if not channel[1].startswith(CHANNELS):
            return False
        known = self._places.get(channel)
        if known is None or known[0] <= now:
            place = place_of(self._clients(message.team), message.conversation)
            if not place.seen:
                return False
            known = self._places[channel] = (now + KNOWN_FOR, place.outsiders)
        return known[1]
