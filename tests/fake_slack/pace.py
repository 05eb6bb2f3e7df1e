"""Slack's pace: about one message a second to a channel, after a short burst."""

from collections.abc import Callable


class Pace:
    """Off until a test sets the burst."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self.burst: int | None = None
        self._left: dict[str, tuple[float, float]] = {}

    def wait(self, channel: str) -> int | None:
        """Seconds to wait before the channel takes a message; None where it takes one now."""
        if self.burst is None:
            return None
        now = self._now()
        left, since = self._left.get(channel, (float(self.burst), now))
        left = min(float(self.burst), left + now - since)
        self._left[channel] = (left - 1 if left >= 1 else left, now)
        return None if left >= 1 else 1
