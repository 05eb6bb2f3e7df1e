"""Sends what waits: in one pass that ends, or in threads that go on as long as the service."""

import time
from collections import Counter
from collections.abc import Callable, Collection

import structlog
from sqlalchemy.exc import DBAPIError

from adapters.bell import Bell
from adapters.outbox.outbox import LEASE_SECONDS, TOO_SOON, Outbox, Queued
from adapters.outbox.post import Outgoing
from adapters.outbox.postman import Outcome, Postman
from domain.errors import RecordUnavailable

TRIES = 3
"""Of one message in one pass, where it may pass by itself."""
MOST_WAITS = 20
"""How often one message is held back because it comes too soon, before the pass goes on without it."""
LONGEST_WAIT = 60.0
GIVES_UP_AFTER = 3
"""Messages in a row that did not reach Slack."""
LOOKS_AGAIN_AFTER, LOOKS_EACH = 0.2, 1.0
PATIENCE = 2 * LEASE_SECONDS
"""Seconds that a pass which wants everything out waits for what other processes are sending."""

Shown = Callable[[int, int], object]

log = structlog.get_logger(__name__)


class Sender:
    """`pause` waits some seconds, and is true where the service ends meanwhile."""

    def __init__(
        self, outbox: Outbox, postman: Postman, now: Callable[[], float] = time.time,
        pause: Callable[[float], object] = time.sleep, ended: Callable[[], bool] = lambda: False,
    ) -> None:  # fmt: skip
        self._outbox, self._postman, self._now, self._pause, self._ended = outbox, postman, now, pause, ended

    def send_all(self, *, at_once: bool, shown: Shown = lambda _arrived, _waiting: None) -> list[Outgoing]:
        """One pass; `at_once` also tries what was refused, and waits for what others are sending. What arrived.

        `shown` is told each time how many messages arrived, and how many wait.
        """
        one = _Pass(self._now(), at_once=at_once)
        while one.lost < GIVES_UP_AFTER and not self._ended():
            now = self._now()
            waiting = [each for each in self._outbox.queue() if each.message not in one.given_up]
            shown(len(one.arrived), len(waiting))
            ready = next((each for each in waiting if one.ready(each, now)), None)
            if ready:
                one.note(ready.message, *self._try(ready.message), now)
                continue
            waits = [wait for each in waiting if (wait := one.wait(each, now)) is not None]
            if not waits or self._pause(min(waits)):
                break
        return one.arrived

    def follow(self, bell: Bell, before_each: Callable[[], None], held: Callable[[], Collection[str]] = tuple) -> None:
        """Until the service ends; `before_each` takes in what is to be told of the log, `held` are kinds that wait."""
        while not self._ended():
            heard = bell.rings
            try:
                before_each()
                idle = self._step(held())
            except (RecordUnavailable, DBAPIError) as problem:
                log.warning("outbox_not_readable", problem=type(problem).__name__)
                idle = LOOKS_EACH
            except Exception:  # whatever it is, what comes later is sent
                log.exception("sending_failed")
                idle = LOOKS_EACH
            if idle and not self._ended():
                bell.wait(heard, idle)

    def _step(self, held: Collection[str]) -> float:
        """Send one message, if any is ready; seconds until there may be another."""
        now, queue = self._now(), [each for each in self._outbox.queue() if each.kind not in held]
        for each in queue:
            if max(each.leased_until, each.not_before, each.free_at) > now:
                continue
            if self._try(each.message)[0] is not Outcome.ELSEWHERE:
                return 0.0
        soon = (max(each.leased_until, each.not_before, each.free_at) - now for each in queue)
        return max(0.01, min([LOOKS_EACH, *soon]))

    def _try(self, name: str) -> tuple[Outcome, Outgoing | None]:
        tried = self._postman.attempt(name)
        return tried.outcome, tried.message


class _Pass:
    """What one pass has tried, and what it waits for."""

    def __init__(self, now: float, *, at_once: bool) -> None:
        self._at_once, self._until = at_once, now + PATIENCE
        self._tries: Counter[str] = Counter()
        self._waits: Counter[str] = Counter()
        self.given_up: set[str] = set()
        self.arrived: list[Outgoing] = []
        self.lost = 0

    def ready(self, each: Queued, now: float) -> bool:
        """To be tried now; `at_once` also what waits to be tried again, unless Slack said when."""
        return max(each.leased_until, each.free_at) <= now and (each.not_before <= now or self._hastened(each))

    def wait(self, each: Queued, now: float) -> float | None:
        """Seconds to wait for it; None where that is left to a later pass."""
        if each.leased_until > now:
            return LOOKS_AGAIN_AFTER if self._at_once and now <= self._until else None
        until = each.free_at
        if each.not_before > now and not self._hastened(each):
            if not (each.message in self._tries or each.message in self._waits or self._at_once):
                return None
            until = max(until, each.not_before)
        return until - now if until - now <= LONGEST_WAIT else None

    def note(self, name: str, outcome: Outcome, message: Outgoing | None, now: float) -> None:
        """What became of a try."""
        if outcome is Outcome.ARRIVED and message:
            self.arrived.append(message)
            self._until = now + PATIENCE
        self._tries[name] += outcome is Outcome.UNREACHABLE
        self._waits[name] += outcome is Outcome.TOO_SOON
        in_vain = self._tries[name] == TRIES
        elsewhere = outcome is Outcome.ELSEWHERE and not (self._at_once and now <= self._until)
        if (
            in_vain
            or elsewhere
            or self._waits[name] > MOST_WAITS
            or outcome in {Outcome.ARRIVED, Outcome.OVER, Outcome.NOT_NOTED, Outcome.REFUSED}
        ):
            self.given_up.add(name)
            self.lost = self.lost + 1 if in_vain else 0

    def _hastened(self, each: Queued) -> bool:
        untried = not (self._tries[each.message] or self._waits[each.message])
        return self._at_once and untried and each.error != TOO_SOON
