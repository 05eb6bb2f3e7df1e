"""How a process hears that another one recorded something."""

from collections.abc import Callable
from typing import Protocol


class News(Protocol):
    """Wakes whoever follows the log; what is missed is found by looking again."""

    look_again_after: float
    """Seconds after which the log is looked at without any news."""

    def start(self, wake: Callable[[], None]) -> None:
        """Call `wake` from now on, whenever another process may have recorded something."""

    def stop(self) -> None:
        """Call it no more."""


class Looking:
    """No news at all, but a look ten times a second: enough for one machine."""

    look_again_after = 0.1

    def start(self, wake: Callable[[], None]) -> None:
        """Nothing to begin."""

    def stop(self) -> None:
        """Nothing to end."""
