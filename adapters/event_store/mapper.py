"""Facts to stored bytes and back: texts sealed, topics taken from the list of known facts only."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import Mapper, StoredEvent, Transcoder

from adapters.event_store.texts import seal, unseal
from domain.fact import FACTS, Fact, event_id
from domain.record import Record


@dataclass(frozen=True)
class SealedEvent(StoredEvent):
    """A stored event with what the recorder writes beside it, in the same transaction."""

    names: frozenset[str]
    text_key: bytes | None
    erases: tuple[str, ...]


class UnknownTopic(Exception):
    """The log names a kind of fact that this version does not know: run the version that wrote it, or a later one."""


class FactMapper(Mapper[UUID]):
    """The library's mapper, with sealed texts and an allow-list of topics."""

    def __init__(self, transcoder: Transcoder, text_key: Callable[[str], bytes | None]) -> None:
        super().__init__(transcoder)
        self._text_key = text_key

    def to_stored_event(self, domain_event: DomainEventProtocol[UUID]) -> SealedEvent:
        """Bytes, the names the fact goes by, and the key of its texts."""
        fact = cast(Fact, domain_event)
        said = dict(vars(fact))
        stream, version = said.pop("originator_id"), said.pop("originator_version")
        state, key = seal(said, fact.ERASABLE, fact.event_id)
        return SealedEvent(
            originator_id=stream,
            originator_version=version,
            topic=fact.TOPIC,
            state=self.transcoder.encode(state),
            names=fact.names | fact.index | {str(stream)},
            text_key=key,
            erases=fact.erases,
        )

    def to_domain_event(self, stored_event: StoredEvent) -> DomainEventProtocol[UUID]:
        """The fact, its texts readable unless erased; raises UnknownTopic."""
        kind = FACTS.get(stored_event.topic)
        if kind is None:
            raise UnknownTopic(f"{stored_event.topic!r} is not a kind of fact that this version knows.")
        fact = cast(Any, super().to_domain_event(stored_event))
        opens = getattr(fact, "originator_topic", None)
        if opens is not None and opens not in {record.TOPIC for record in Record.__subclasses__()}:
            raise UnknownTopic(f"{opens!r} is not a kind of thing that this version knows.")
        stream, version = cast(UUID, stored_event.originator_id), stored_event.originator_version
        opened = unseal(vars(fact), kind.ERASABLE, event_id(stream, version), self._text_key)
        object.__setattr__(fact, "__dict__", dict(opened))
        return cast(DomainEventProtocol[UUID], fact)
