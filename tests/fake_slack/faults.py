"""The bad days of Slack, by script: rate limits, errors, slowness, dropped connections."""

from collections import deque
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Fault:
    """What happens to one call instead of, before or after its effect.

    `status` answers so without any effect; `error` answers HTTP 200 `{"ok": false}` without any effect; `delay`
    waits first; `drop="before"` closes the connection without any effect, `drop="after"` once the effect is there,
    `drop="midway"` in the middle of the answer. `page`: what stands before Slack answers, with a page for people.
    """

    status: int | None = None
    error: str | None = None
    retry_after: int | None = None
    delay: float = 0.0
    drop: Literal["before", "after", "midway"] | None = None
    page: bool = False

    @property
    def code(self) -> str:
        return self.error or ("ratelimited" if self.status == 429 else "internal_error")

    @property
    def seconds_to_wait(self) -> int | None:
        """Slack never says 429 without a Retry-After."""
        return 1 if self.status == 429 and self.retry_after is None else self.retry_after


class Faults:
    def __init__(self) -> None:
        self._waiting: dict[str, deque[Fault]] = {}

    def add(self, method: str, fault: Fault, times: int) -> None:
        self._waiting.setdefault(method, deque()).extend([fault] * times)

    def take(self, method: str) -> Fault | None:
        """The next fault of this method, else of any method (`*`)."""
        for name in (method, "*"):
            if self._waiting.get(name):
                return self._waiting[name].popleft()
        return None

    @property
    def left(self) -> dict[str, int]:
        """Scripted faults that no call has met yet."""
        return {method: len(faults) for method, faults in self._waiting.items() if faults}
