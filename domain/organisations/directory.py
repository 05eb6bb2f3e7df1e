"""Names as the record knows them: States, well-known organisations, and those registered later."""

from collections.abc import Callable
from uuid import UUID

from domain import names
from domain.memory import Log
from domain.organisations.events import OrganisationRegistered, organisation_name
from domain.record import Record


class Directory:
    """Turns what people write into codes; near misses are refused with candidates."""

    def __init__(self, log: Log, load: Callable[[UUID], Record]) -> None:
        self._log, self._load = log, load

    def state(self, text: str) -> str:
        """A State's code; raises names.UnknownName."""
        return names.state(text)

    def party(self, text: str) -> str:
        """A State's or organisation's code; raises names.UnknownName."""
        return names.party(text, known=self._registered)

    def region(self, text: str) -> str:
        """A region's name; raises names.UnknownRegion."""
        return names.region(text)

    def _registered(self, text: str) -> str | None:
        for stream in self._log.streams(organisation_name(text)):
            opening = self._load(stream).opening
            if opening.counts and isinstance(opening.fact, OrganisationRegistered):
                return opening.fact.name
        return None
