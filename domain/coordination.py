"""Coordination: the one door for writing. A command comes in, facts go to the log, a receipt comes back."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Any, cast
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.persistence import InfrastructureFactory
from eventsourcing.utils import Environment

from domain.authority import OWN_AFFAIRS, authorise
from domain.command import Command
from domain.corrections.decisions import named_fact
from domain.decision import Decision
from domain.errors import DomainError, KeyReused, NotAllowed, StaleVersion
from domain.handlers import HANDLERS
from domain.memory import Log, Memory, Receipt
from domain.organisations.directory import Directory
from domain.parsing import COMMON_FIELDS
from domain.record import Record, plain
from domain.said import said
from domain.values import Date, Party
from domain.words import Role


class NotYetHappened(DomainError):
    """This day has not come yet: a fact is recorded once it happened, what is planned has its own field."""

    field = "occurred_on"


class Coordination(Application[UUID]):
    """Decides commands one at a time; everything it looks up, it looks up in the log."""

    name = "ica-ledger"

    def __init__(
        self, factory: InfrastructureFactory[Any], log: Log, clock: Callable[[], datetime], zone: tzinfo
    ) -> None:
        self._given_factory = factory
        self.lookups, self._clock, self._zone = log, clock, zone
        self.names = Directory(log, self._load)
        super().__init__()

    def construct_factory(self, env: Environment) -> InfrastructureFactory[Any]:  # noqa: ARG002 - the library's hook
        """The event store is given by whoever wires the service."""
        return self._given_factory

    def memory(self) -> Memory:
        """The log as it is now."""
        at = self._clock()
        return Memory(self.lookups, self._load, self.names, at, at.astimezone(self._zone).date().isoformat())

    def handle(self, command: Command) -> Receipt:
        """Record a command, or refuse it with a DomainError; the same key and body again give the same receipt."""
        fingerprint = fingerprint_of(command)
        if answered := self.lookups.answered(command.by.id, command.key):
            if answered.fingerprint != fingerprint:
                raise KeyReused
            return replace(answered.receipt, replayed=True)
        memory = self.memory()
        thing = self._thing_named(command, memory)
        command = _dated(_authorised(command, memory, thing), memory.today)
        if thing and command.if_match not in (None, thing.version):
            raise StaleVersion
        decision: Decision = HANDLERS[type(command)].decide(command, memory, thing)
        return self._store(command, decision, fingerprint)

    def _load(self, stream: UUID) -> Record:
        return cast(Record, self.repository.get(stream))

    def _thing_named(self, command: Command, memory: Memory) -> Record | None:
        kind, field = HANDLERS[type(command)].thing, command.NAMES_THING
        named = getattr(command, field) if field else None
        return memory.get(kind, named, command.by, str(field)) if kind and named else None

    def _store(self, command: Command, decision: Decision, fingerprint: str) -> Receipt:
        facts = [fact for record in decision.records for fact in record.pending_events]
        receipt = Receipt(
            id=decision.id,
            event_ids=tuple(cast(Any, fact).event_id for fact in facts),
            version=decision.records[0].version,
            position=0,
            recorded_at=facts[0].timestamp.isoformat(),
        )
        recordings = self.save(*decision.records, command=command, receipt=receipt, fingerprint=fingerprint)
        return replace(receipt, position=recordings[-1].notification.id)


def fingerprint_of(command: Command) -> str:
    """What a key stands for: the command and its body, whoever sent it and in whatever order its fields came."""
    common = {name: getattr(command, name) for name in COMMON_FIELDS}
    body = plain(said(command) | common)
    text = json.dumps([command.NAME, body], sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _authorised(command: Command, memory: Memory, thing: Record | None) -> Command:
    """The command with the grant that allows it; a State or donor speaks in its own name."""
    about = {name: getattr(command, name, None) for name in ("state", "donor")}
    if thing:
        opening = thing.opening.fact.own_fields()
        named = memory.plain_id(str(getattr(command, str(command.NAMES_THING))), command.by)
        about = {name: opening.get(name) for name in about} | {"reported_by": named_fact(thing, named).fact.reported_by}
    grant = authorise(command.by, command.NAME, about)
    if grant.role not in {Role.STATE, Role.DONOR} or command.by.operator:
        return replace(command, acting=grant)
    own = about.get(OWN_AFFAIRS[command.NAME][grant.role])
    if command.reported_by not in {None, *grant.parties}:
        raise NotAllowed(
            f"You speak for {', '.join(sorted(grant.parties))}, not for {command.reported_by}.", "reported_by"
        )
    return replace(command, acting=grant, reported_by=command.reported_by or Party(str(own)))


def _dated(command: Command, today: str) -> Command:
    """When it happened: as said, else the command's own date, else today; never in the future."""
    own = getattr(command, command.DATED_BY) if command.DATED_BY else None
    occurred_on = command.occurred_on or own or today
    if occurred_on > today:
        raise NotYetHappened(field="occurred_on" if command.occurred_on else command.DATED_BY)
    return replace(command, occurred_on=Date(occurred_on))
