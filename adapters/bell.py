"""Wakes who waits in this process; what other processes did is found by looking again."""

import threading


class Bell:
    """Each ring is heard by everyone who waits, also by who was busy when it rang."""

    def __init__(self) -> None:
        self._heard = threading.Condition()
        self.rings = 0

    def ring(self) -> None:
        """There is something to do."""
        with self._heard:
            self.rings += 1
            self._heard.notify_all()

    def wait(self, since: int, seconds: float) -> None:
        """Until it rings again, or has rung since, or the time is over."""
        with self._heard:
            self._heard.wait_for(lambda: self.rings != since, seconds)
