"""Writes go through one thread: it takes all that waits, decides each command, and commits them together."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field

import structlog

from adapters.event_store.store import Datastore
from domain.command import Command
from domain.coordination import Coordination
from domain.errors import OutcomeUnknown, RecordUnavailable
from domain.memory import Receipt

log = structlog.get_logger(__name__)

LARGEST_BATCH = 100


@dataclass
class _Waiting:
    command: Command
    answer: "Future[Receipt]" = field(default_factory=Future)
    receipt: Receipt | None = None
    refusal: Exception | None = None


@dataclass(frozen=True)
class _Aside:
    write: Callable[[], None]


class Writer:
    """Nothing is answered before it is on disk; a command that is refused undoes only itself."""

    def __init__(self, coordination: Coordination, datastore: Datastore, recorded: Callable[[], None]) -> None:
        self._coordination, self._datastore, self._recorded = coordination, datastore, recorded
        self._queue: queue.Queue[_Waiting | _Aside | None] = queue.Queue()
        self._thread = threading.Thread(target=self._write_all, name="writer", daemon=True)
        self._thread.start()

    def submit(self, command: Command) -> "Future[Receipt]":
        """Queue a command; the future gives its receipt, or raises its refusal."""
        waiting = _Waiting(command)
        waiting.answer.set_running_or_notify_cancel()  # a client that hangs up does not undo what it asked for
        self._queue.put(waiting)
        return waiting.answer

    def handle(self, command: Command) -> Receipt:
        """Record a command and wait for its receipt; raises DomainError or RecordUnavailable."""
        return self.submit(command).result()

    def aside(self, note: Callable[[], None]) -> None:
        """Write something that is not part of the record, when there is time for it; it may fail unheard."""
        self._queue.put(_Aside(note))

    def stop(self) -> None:
        """Write what waits, then stop."""
        self._queue.put(None)
        self._thread.join()

    def _write_all(self) -> None:
        while (first := self._queue.get()) is not None:
            taken = [first, *self._waiting()]
            if batch := [each for each in taken if isinstance(each, _Waiting)]:
                self._write_batch(batch)
            for each in taken:
                if isinstance(each, _Aside):
                    _write_aside(each)

    def _write_batch(self, batch: list[_Waiting]) -> None:
        try:
            self._write(batch)
        except Exception as problem:  # noqa: BLE001 - whoever waits is told; the thread must live
            self._failed(batch, problem)
        for waiting in batch:
            _answer(waiting)
        self._recorded()

    def _waiting(self) -> "list[_Waiting | _Aside]":
        more: list[_Waiting | _Aside] = []
        while len(more) < LARGEST_BATCH and not self._queue.empty():
            waiting = self._queue.get()
            if waiting is None:
                self._queue.put(None)
                break
            more.append(waiting)
        return more

    def _write(self, batch: list[_Waiting]) -> None:
        with self._datastore.shared(), self._coordination.holding():
            for waiting in batch:
                try:
                    with self._datastore.attempt():
                        waiting.receipt = self._coordination.handle(waiting.command)
                except RecordUnavailable:
                    raise
                except Exception as refusal:  # noqa: BLE001 - it is the answer of this command alone
                    waiting.refusal = refusal
                    self._coordination.let_go()

    def _failed(self, batch: list[_Waiting], problem: Exception) -> None:
        """The connection may have died after the commit: what is stored is looked at before anybody is told no."""
        refusal = _as_unavailable(problem)
        try:
            if self._is_stored(batch):
                return
        except Exception as worse:  # noqa: BLE001 - as above
            refusal = OutcomeUnknown(str(worse))
        for waiting in batch:
            waiting.receipt, waiting.refusal = None, refusal

    def _is_stored(self, batch: list[_Waiting]) -> bool:
        """Whether the whole batch was decided, and each key holds the answer it was given.

        Looked up as the only writer: the transaction whose end was not heard of has ended by then.
        """
        if any(waiting.receipt is None and waiting.refusal is None for waiting in batch):
            return False
        with self._datastore.shared():
            return all(
                (stored := self._coordination.lookups.answered(waiting.command.by.id, waiting.command.key)) is not None
                and stored.receipt.event_ids == waiting.receipt.event_ids
                for waiting in batch
                if waiting.receipt is not None
            )


def _write_aside(note: _Aside) -> None:
    """A note beside the record that cannot be kept is told in the service's own log: the thread must live."""
    try:
        note.write()
    except Exception as problem:  # noqa: BLE001 - whatever it is, commands that wait go on
        log.warning("note_not_kept", problem=str(problem), kind=type(problem).__name__)


def _answer(waiting: _Waiting) -> None:
    if waiting.refusal is not None:
        waiting.answer.set_exception(waiting.refusal)
    elif waiting.receipt is not None:
        waiting.answer.set_result(waiting.receipt)


def _as_unavailable(problem: Exception) -> Exception:
    if isinstance(problem, RecordUnavailable):
        return problem
    return RecordUnavailable(f"Nothing was recorded: {problem}")
