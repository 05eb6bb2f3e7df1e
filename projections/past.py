"""The views of another moment: made anew from the log in memory, a batch at a time, and kept while the log stands."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from threading import Lock

from sqlalchemy import Connection, NullPool, create_engine
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement

from projections import views
from projections.audience import Audience
from projections.moment import Moment
from projections.recorded import Recorded
from projections.views import View

ReadThings = Callable[[Iterable[str], int], list[list[Recorded]]]
"""All facts of some things, up to a position, as the log holds them."""
Gather = Callable[[Connection], Sequence[str]]
"""Names the things to fold, and puts into the past what needs no folding."""
AT_ONCE = 500
"""Things in memory at once while views are made."""
KEPT = 4
"""Moments kept: each as large as the views of one audience."""
_MEMORY = create_engine("sqlite://", poolclass=NullPool, connect_args={"check_same_thread": False})
"""Each connection is a database of its own in memory; what was compiled for one serves all."""


@dataclass(frozen=True)
class Asked:
    """For whom, as of when and how far in the log, and which views of which things."""

    viewer: Audience
    moment: Moment
    position: int
    views: tuple[View, ...]
    about: str = ""
    """The party or thing that the question is about; empty for all."""


@dataclass
class _Made:
    """Views in memory; one reader at a time, for there is one connection. They are gone with the last who holds it."""

    connection: Connection
    lock: Lock = field(default_factory=Lock)


class Past:
    """Makes one moment at a time, so that many who ask take turns, and whoever asks the same again gets it at once."""

    def __init__(self, read_things: ReadThings) -> None:
        self._read_things = read_things
        self._kept: OrderedDict[Asked, _Made] = OrderedDict()
        self._making = Lock()

    @contextmanager
    def at(self, asked: Asked, gather: Gather) -> Iterator[Connection]:
        """The views that were asked for."""
        made = self._made(asked, gather)
        with made.lock:
            yield made.connection

    @contextmanager
    def once(self, asked: Asked, ids: Sequence[str]) -> Iterator[Connection]:
        """The views of a few things, for one look."""
        with closing(self._make(asked, lambda _: ids)) as connection:
            yield connection

    def _made(self, asked: Asked, gather: Gather) -> _Made:
        with self._making:
            if asked not in self._kept:
                self._kept[asked] = _Made(self._make(asked, gather))
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(asked)
            return self._kept[asked]

    def _make(self, asked: Asked, gather: Gather) -> Connection:
        """The views, in memory."""
        past = _MEMORY.connect()
        past.connection.executescript(_tables(asked.views))
        for batch in batches(gather(past)):
            things = self._read_things(batch, asked.position)
            views.fill(past, things, asked.moment, asked.viewer, asked.views)
        return past


@lru_cache
def _tables(views: tuple[View, ...]) -> str:
    """How the tables of some views are made: compiled once, for that takes longer than to make them."""
    steps: list[ExecutableDDLElement] = [CreateTable(view.table) for view in views]
    steps += [CreateIndex(index) for view in views for index in view.table.indexes]
    return ";".join(str(step.compile(_MEMORY)) for step in steps)


def batches(ids: Sequence[str]) -> Iterator[list[str]]:
    """So many at a time."""
    left = iter(ids)
    while batch := list(islice(left, AT_ONCE)):
        yield batch
