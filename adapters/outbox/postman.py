"""Brings one message to Slack: one try, and what became of it is kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

import structlog
from slack_sdk import WebClient
from sqlalchemy.exc import DBAPIError

from adapters.outbox.lookup import LookedUp, look_up
from adapters.outbox.outbox import Outbox, change, drop, hold
from adapters.outbox.post import ASIDE, Kind, Outgoing, Posted, Reply
from adapters.outbox.trouble import Trouble
from adapters.outbox.wire import FAILURES, TIMED_OUT, Clients, OutsidersReadAlong, Refusal, post, refusal
from bots.desk import Message
from bots.places import place_of
from domain.errors import RecordUnavailable

FIRST_AGAIN, AGAIN_AFTER, LASTING_AGAIN_AFTER = 1.0, 60.0, 600.0
"""Seconds until it is tried again: what may pass by itself, doubled each time up to a minute; what somebody has to
mend."""

KNOWN_FOR = 600.0
"""Seconds for which what Slack said of a channel is believed."""
CHANNELS = ("C", "G")
"""So their ids begin; people are written to in conversations of their own."""

log = structlog.get_logger(__name__)


class Outcome(Enum):
    """What became of one try."""

    ARRIVED = "arrived"
    OVER = "there was nothing to say any more, or it was told otherwise"
    ELSEWHERE = "another has it, or its channel"
    TOO_SOON = "Slack asks for patience"
    UNREACHABLE = "it may pass by itself"
    NOT_NOTED = "it stands in Slack, and the record could not be written"
    REFUSED = "somebody has to mend it"


@dataclass(frozen=True)
class Tried:
    """The outcome, and how many things were told."""

    outcome: Outcome
    message: Outgoing | None = None


class Postman:
    """Knows every kind of post; `now` is the time in seconds."""

    def __init__(
        self, outbox: Outbox, clients: Clients, kinds: Mapping[str, Kind], trouble: Trouble, now: Callable[[], float]
    ) -> None:
        self._outbox, self._clients, self._kinds, self._trouble, self._now = outbox, clients, kinds, trouble, now
        self._places: dict[tuple[str, str], tuple[float, bool]] = {}

    def attempt(self, name: str) -> Tried:
        """Send a message, unless another does; raises RecordUnavailable."""
        message = self._outbox.claim(name, self._now())
        if message is None:
            return Tried(Outcome.ELSEWHERE)
        posted, sending = message.posted, False
        try:
            if message.maybe_repeat and not posted:
                found = self._looked_up(message)
                certain = found.certain and message.error != TIMED_OUT  # it may be under way still
                posted, message = found.posted, replace(message, maybe_repeat=not certain)
                self._outbox.keep_leased(message, self._now())
            if not posted:
                words = self._words(message)
                if words is None:
                    self._outbox.sent(message)
                    return Tried(Outcome.OVER, message)
                sending = True
                posted = post(self._clients(message.team), message, words)
        except FAILURES as problem:
            refused = refusal(problem)
            return self._keep(message, refused if sending else replace(refused, unknown=False))
        except (RecordUnavailable, DBAPIError):  # it could not be composed
            return self._keep(message, Refusal("the record cannot be read", passing=True))
        except Exception as problem:
            log.exception("post_not_composed", kind=message.kind)
            return self._keep(message, Refusal(f"not composed: {type(problem).__name__}"))
        return self._noted(message, posted)

    def _looked_up(self, message: Outgoing) -> LookedUp:
        if message.kind in ASIDE:
            return LookedUp(certain=False)
        return look_up(self._clients(message.team), message)

    def _words(self, message: Outgoing) -> Message | Reply | None:
        kind = self._kinds[message.kind]
        if kind.is_restricted(message) and self._read_by_outsiders(self._clients(message.team), message):
            raise OutsidersReadAlong
        return kind.compose(message)

    def _read_by_outsiders(self, client: WebClient, message: Outgoing) -> bool:
        """Whether Slack says that another organisation shares the channel; asked anew from time to time."""
        channel, now = (message.team, message.conversation), self._now()
        if not channel[1].startswith(CHANNELS):
            return False
        known = self._places.get(channel)
        if known is None or known[0] <= now:
            place = place_of(client, message.conversation)
            if not place.seen:
                return False
            known = self._places[channel] = (now + KNOWN_FOR, place.outsiders)
        return known[1]

    def _noted(self, message: Outgoing, posted: Posted) -> Tried:
        self._outbox.posted(message, posted)
        try:
            self._kinds[message.kind].arrived(message, posted)
        except RecordUnavailable as problem:
            self._keep(message, Refusal(f"posted, but the record did not take it: {problem}", passing=True))
            return Tried(Outcome.NOT_NOTED, message)
        with self._outbox.writing() as connection:
            self._trouble.over(connection, message)
            drop(connection, message)
        return Tried(Outcome.ARRIVED, message)

    def _keep(self, message: Outgoing, refused: Refusal) -> Tried:
        """For later; or, where somebody waits for it in vain, that person is told instead."""
        log.warning("post_not_sent", kind=message.kind, error=refused.error, channel=message.channel)
        now = self._now()
        with self._outbox.writing() as connection:
            if not refused.passing and self._trouble.told(connection, message, refused.error, now):
                return Tried(Outcome.OVER, message)
            if refused.wait is not None and message.kind not in ASIDE:
                hold(connection, message.workspace, message.channel, now + refused.wait)
            change(
                connection, message, leased_until=0.0, not_before=now + _pause(message, refused), error=refused.error,
                maybe_sent=refused.unknown or message.maybe_repeat, lasting=not refused.passing,
            )  # fmt: skip
        if refused.wait is not None:
            return Tried(Outcome.TOO_SOON, message)
        return Tried(Outcome.UNREACHABLE if refused.passing else Outcome.REFUSED, message)


def _pause(message: Outgoing, refused: Refusal) -> float:
    if refused.wait is not None:
        return refused.wait
    if not refused.passing:
        return LASTING_AGAIN_AFTER
    return min(FIRST_AGAIN * 2.0 ** min(message.tries - 1, 10), AGAIN_AFTER)
