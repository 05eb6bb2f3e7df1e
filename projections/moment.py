"""As of which day, and as known at which time, a question is asked."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Moment:
    """`as_of` (a date) filters on when things happened, `known_at` on when they were recorded; None is now."""

    as_of: str | None = None
    known_at: datetime | None = None

    @property
    def is_now(self) -> bool:
        """Whether the live views answer it."""
        return self.as_of is None and self.known_at is None
