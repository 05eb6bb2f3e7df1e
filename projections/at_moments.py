"""What the questions of Queries rest on, whichever file they stand in: the views at a moment, and the day it is."""

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from projections.audience import Audience
from projections.moment import Moment
from projections.views import VIEWS, View


class AtMoments(ABC):
    """Base of the parts of Queries; days are counted from `as_of`, or from today."""

    @abstractmethod
    def _at(
        self, moment: Moment, viewer: Audience, party: str | None = None, thing: str | None = None,
        views: tuple[View, ...] = VIEWS,
    ) -> AbstractContextManager[tuple[Connection, int]]:  # fmt: skip
        """The views at a moment as a viewer may see them, and how far they have come."""

    @abstractmethod
    def _day(self, moment: Moment) -> str:
        """The day from which days are counted."""
