"""Coordination: the one door for writing. A command comes in, facts go to the log, a receipt comes back."""

import hashlib
import json
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import datetime, tzinfo
from typing import Any, cast
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.persistence import InfrastructureFactory
from eventsourcing.utils import Environment

from domain.actor import Actor, Grant
from domain.authority import authorise, own_name
from domain.command import COMMANDS, Command
from domain.corrections.decisions import named_fact
from domain.decision import Decision
from domain.errors import DomainError, InvalidCommand, KeyReused, NotAllowed, StaleVersion
from domain.fact import Fact
from domain.handlers import HANDLERS
from domain.memory import Log, Memory, Receipt
from domain.organisations.directory import Directory
from domain.parsing import COMMON_FIELDS, is_required, read_fields
from domain.record import Record, plain
from domain.said import said
from domain.values import Date, Party

_PARTIES = ("state", "donor")


class UnknownCommand(DomainError):
    """There is no such command."""

    field = "command"


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
        self._held = _Held()
        super().__init__()

    def construct_factory(self, env: Environment) -> InfrastructureFactory[Any]:  # noqa: ARG002 - the library's hook
        """The event store is given by whoever wires the service."""
        return self._given_factory

    def memory(self) -> Memory:
        """The log as it is now."""
        at = self._clock()
        return Memory(self.lookups, self._load, self.names, at, at.astimezone(self._zone).date().isoformat())

    def check_role(self, by: Actor, name: str) -> None:
        """Raise UnknownCommand or NotAllowed before anything else is looked at."""
        if name not in COMMANDS:
            raise UnknownCommand(f"There is no command {name!r}.")
        authorise(by, name)

    def receive(
        self, by: Actor, name: str, body: Mapping[str, object], key: str, if_match: int | None = None
    ) -> Command:
        """A command from its name and plain JSON. Who may is decided before what is right.

        Raises UnknownCommand, NotAllowed, UnknownId for a thing that `by` may not see, or InvalidCommand.
        """
        self.check_role(by, name)
        kind = COMMANDS[name]
        values, errors = read_fields(kind, body, self.names)
        if errors:
            self._look_up(kind, values, by, self.memory())
            raise InvalidCommand(errors)
        return kind(by=by, key=key, if_match=if_match, **values)

    def handle(self, command: Command) -> Receipt:
        """Record a command, or refuse it with a DomainError; the same key and body again give the same receipt."""
        fingerprint = fingerprint_of(command)
        if answered := self.lookups.answered(command.by.id, command.key):
            if answered.fingerprint != fingerprint:
                raise KeyReused
            return replace(answered.receipt, replayed=True)
        memory = self.memory()
        said_all = dict.fromkeys(_PARTIES) | vars(command)
        thing, grant, own = self._look_up(type(command), said_all, command.by, memory)
        command = _dated(_in_own_name(replace(command, acting=grant), own), thing, memory.today)
        if thing and command.if_match not in (None, thing.version_for(command.by)):
            raise StaleVersion
        decision: Decision = HANDLERS[type(command)].decide(command, memory, thing)
        return self._store(command, decision, fingerprint)

    @contextmanager
    def holding(self) -> Iterator[None]:
        """What this thread reads inside is kept for its next commands: only while it alone writes to the log."""
        self._held.things = {}
        try:
            yield
        finally:
            self._held.things = None

    def let_go(self) -> None:
        """A command was undone, or texts were erased: what is held may not be what is stored."""
        if self._held.things is not None:
            self._held.things = {}

    def _load(self, stream: UUID) -> Record:
        held = self._held.things
        if held is not None and stream in held and not held[stream].pending_events:
            return held[stream]
        record = self.repository.get(stream, projector_func=_made_of)
        if held is not None:
            held[stream] = record
        return record

    def _look_up(
        self, kind: type[Command], values: Mapping[str, Any], by: Actor, memory: Memory
    ) -> tuple[Record | None, Grant, str | None]:
        """The thing a command names, the grant that allows it, and in whose name it is then said."""
        field, thing_kind = kind.NAMES_THING, HANDLERS[kind].thing
        named = values.get(field) if field else None
        thing = memory.get(thing_kind, named, by, str(field)) if thing_kind and named else None
        if field and not thing and field in {each.name for each in fields(kind) if is_required(each)}:
            return None, authorise(by, kind.NAME), None
        about = {name: values[name] for name in _PARTIES if name in values}
        if thing and named:
            opening = thing.opening.fact.own_fields()
            fact = named_fact(thing, memory.plain_id(named, by)).fact
            about = {name: opening.get(name) for name in _PARTIES} | {"reported_by": fact.reported_by}
            about |= {"partner": values.get("partner")}
        grant = authorise(by, kind.NAME, about)
        return thing, grant, own_name(kind.NAME, grant, about)

    def _store(self, command: Command, decision: Decision, fingerprint: str) -> Receipt:
        facts = [cast(Fact, fact) for record in decision.records for fact in record.pending_events]
        asked_for_first = sorted(facts, key=lambda fact: decision.id not in fact.names)
        receipt = Receipt(
            id=decision.id,
            event_ids=tuple(fact.event_id for fact in asked_for_first),
            version=decision.records[0].version,
            position=0,
            recorded_at=facts[0].timestamp.isoformat(),
        )
        recordings = self.save(*decision.records, command=command, receipt=receipt, fingerprint=fingerprint)
        if any(fact.erases for fact in facts):
            self.let_go()
        return replace(receipt, position=recordings[-1].notification.id)


class _Held(threading.local):
    """Things that one thread has read, by their streams; None while it holds none."""

    things: dict[UUID, Record] | None = None


def _made_of(record: Record | None, facts: Iterable[Any]) -> Record | None:
    """As the library does, without asking of each fact anew what it is able to: a thing may have hundreds."""
    for fact in facts:
        record = fact.mutate(record)
    return record


def fingerprint_of(command: Command) -> str:
    """What a key stands for: the command and its body, whoever sent it and in whatever order its fields came."""
    kept = command.kept()
    common = {name: getattr(kept, name) for name in COMMON_FIELDS}
    body = plain(said(kept) | common)
    text = json.dumps([command.NAME, body], sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _in_own_name(command: Command, own: str | None) -> Command:
    """A State or donor speaks for itself, and says so."""
    if own is None or command.acting is None:
        return command
    if command.reported_by not in {None, *command.acting.parties}:
        mine = ", ".join(sorted(command.acting.parties))
        raise NotAllowed(f"You speak for {mine}, not for {command.reported_by}.", "reported_by")
    return replace(command, reported_by=command.reported_by or Party(own))


def _dated(command: Command, thing: Record | None, today: str) -> Command:
    """When it happened: as said, else the command's own date, else the thing's, else today; never in the future."""
    own = getattr(command, command.DATED_BY) if command.DATED_BY else None
    for field, day in (("occurred_on", command.occurred_on), (command.DATED_BY, own)):
        if day and day > today:
            raise NotYetHappened(field=field)
    known = thing.day_of(command) if thing else None
    day = command.occurred_on or own or (min(known, today) if known else today)
    return replace(command, occurred_on=Date(day))
