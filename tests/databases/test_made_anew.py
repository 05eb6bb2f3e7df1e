"""Views are made anew while others read and write: nobody ever sees a half, and nothing is left behind."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from builders import Clock, a_request, open_record
from sqlalchemy import distinct, func, inspect, select

from adapters.projector import stored_position
from adapters.rebuild import VIEW_NAMES, rebuild
from projections.audience import STATES_PARTIES
from projections.filters import RequestFilter
from projections.moment import Moment
from projections.page import Page
from projections.schema import metadata

from . import BOTH
from .looking import view_rows

pytestmark = BOTH
KNOWN = 60


@pytest.fixture
def rich(record):
    """Some requests on record, and shown."""
    with record.datastore.shared():
        for _ in range(KNOWN):
            record.coordination.handle(a_request())
    record.projector.catch_up()
    return record


def at_once(record):
    """A plain rebuild of everything."""
    return rebuild(record, VIEW_NAMES, lambda batches: batches)


def test_a_reader_never_sees_less(rich, database):
    """Readers on connections of their own see all requests at each moment of three rebuilds."""
    seen, ended = set(), threading.Event()
    reading = open_record(database, Clock())

    def read():
        while not ended.is_set():
            listed = reading.queries.requests(STATES_PARTIES, RequestFilter(), Page(200), Moment())
            seen.add((len(listed.items), listed.position))

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for _ in range(3):
        assert at_once(rich) == KNOWN
    ended.set()
    for reader in readers:
        reader.join()
    reading.close()

    assert seen == {(KNOWN, KNOWN)}


@pytest.mark.parametrize("meanwhile", [at_once, lambda rich: rich.handle(a_request())], ids=["made anew", "projected"])
def test_whoever_began_to_read_reads_on_as_it_was(rich, meanwhile):
    """An answer is of one moment, whatever happens between its first statement and its last."""
    table = metadata.tables["requests"]
    with rich.engine.connect() as connection:
        position = stored_position(connection)
        meanwhile(rich)
        shown = connection.scalar(select(func.count(distinct(table.c.thing))))

    assert (position, shown) == (KNOWN, KNOWN)


def test_what_is_recorded_meanwhile_is_in_it(rich):
    """A service goes on recording and projecting while the views are filled beside its own."""

    def meanwhile(batches):
        for batch in batches:
            yield batch
            rich.handle(a_request())

    rebuild(rich, VIEW_NAMES, meanwhile)
    rich.handle(a_request())

    assert len(rich.requests(STATES_PARTIES)) == KNOWN + 2
    live = view_rows(rich.engine)
    at_once(rich)
    assert view_rows(rich.engine) == live


def test_nothing_is_left_beside_them(rich):
    """The tables and their indexes are those of a record that was never rebuilt."""

    def shape():
        found = inspect(rich.engine)
        tables = sorted(set(found.get_table_names()) - {"sqlite_sequence"})
        return {table: sorted(index["name"] for index in found.get_indexes(table)) for table in tables}

    before = shape()
    at_once(rich)
    at_once(rich)

    assert shape() == before
    assert set(metadata.tables) < set(before)


def test_a_rebuild_that_broke_off_is_begun_again(rich):
    """What it left beside the views in use does no harm."""

    def breaks(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(rich, VIEW_NAMES, breaks)

    assert len(rich.requests(STATES_PARTIES)) == KNOWN
    assert at_once(rich) == KNOWN


def test_two_at_once_take_turns(rich, database):
    """The second begins when the first has ended, since both fill tables of the same names; both come to an end."""
    begun, seconds = threading.Event(), []
    with closing(open_record(database, Clock())) as other, ThreadPoolExecutor(1) as pool:

        def meanwhile(batches):
            for batch in batches:
                yield batch
                seconds.append(pool.submit(rebuild, other, VIEW_NAMES, lambda found: begun.set() or found))
                assert not begun.wait(0.5)

        before = view_rows(rich.engine)
        assert rebuild(rich, VIEW_NAMES, meanwhile) == KNOWN
        assert [second.result(30) for second in seconds] == [KNOWN]
    assert view_rows(rich.engine) == before
