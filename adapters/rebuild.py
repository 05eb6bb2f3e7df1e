"""Makes views anew beside those in use, then swaps them in one transaction; the service may go on meanwhile."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import Connection, Index, MetaData, Table

from adapters.projector import stored_position
from adapters.wiring import Service
from projections.schema import positions
from projections.views import VIEWS, View, refresh

Progress = Callable[[Sequence[Sequence[UUID]]], Iterable[Sequence[UUID]]]
"""Shows how far it is while it hands out the batches."""
VIEW_NAMES = tuple(view.name for view in VIEWS)
"""What can be rebuilt."""
AT_ONCE = 500
"""Things folded in one transaction."""


def rebuild(service: Service, names: Sequence[str], progress: Progress) -> int:
    """Rebuild the named views from the log, after whoever is at it already; returns how many things were folded."""
    with service.storage.one_rebuild():
        return _rebuild(service, [view for view in VIEWS if view.name in names], progress)


def _rebuild(service: Service, chosen: Sequence[View], progress: Progress) -> int:
    beside = [replace(view, table=_beside(view.table)) for view in chosen]
    with service.engine.execution_options(writes=True).begin() as connection:
        for view in beside:
            view.table.drop(connection, checkfirst=True)
            view.table.create(connection)
        start = stored_position(connection)
    streams = service.recorder.streams_up_to(start)
    for batch in progress(_in_batches(streams)):
        things = service.reader.things(batch, start)
        with service.engine.execution_options(writes=True).begin() as connection:
            refresh(connection, things, beside)
    with service.engine.execution_options(writes=True).begin() as connection:
        _catch_up(service, connection, beside, start)
        for view, fresh in zip(chosen, beside, strict=True):
            _swap(service, connection, view, fresh)
    return len(streams)


def _catch_up(service: Service, connection: Connection, views: Sequence[View], start: int) -> None:
    """What was projected into the live views meanwhile."""
    end = stored_position(connection)
    changed = dict.fromkeys(stream for stream, at in service.recorder.changed_after(start, end - start) if at <= end)
    if changed:
        refresh(connection, service.reader.things(changed, end), views)


def _swap(service: Service, connection: Connection, view: View, fresh: View) -> None:
    service.storage.put_in_place(connection, view.table, fresh.table)
    connection.execute(positions.update().where(positions.c.view == view.name).values(version=view.version))


def _beside(table: Table) -> Table:
    """The same table under another name, found by thing alone while it fills."""
    copy = table.to_metadata(MetaData(), name=f"{table.name}_beside")
    copy.indexes.clear()
    Index(f"{copy.name}_by_thing", copy.c.thing)
    return copy


def _in_batches(streams: Sequence[UUID]) -> list[Sequence[UUID]]:
    return [streams[at : at + AT_ONCE] for at in range(0, len(streams), AT_ONCE)]
