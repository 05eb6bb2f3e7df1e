"""The same commands give the same record on either database: facts, views, answers, and views made anew."""

from itertools import product
from pathlib import Path
from uuid import UUID

import pytest
from builders import ALL, AUDITOR, COORDINATOR, Clock, open_record, someone
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from adapters.demonstration import PATH
from adapters.demonstration.load import DEMO
from adapters.importers.commands import read
from adapters.importers.run import Import
from adapters.rebuild import VIEW_NAMES, rebuild
from projections import filters
from projections.audience import PUBLIC, audience_of
from projections.moment import Moment

from . import KINDS
from .looking import run, view_rows

MEETING = Path(__file__).parents[2] / "docs" / "examples" / "meeting-2017-11-24.jsonl"
READERS = {
    "public": PUBLIC,
    "state": audience_of(someone("state", "XAA")),
    "donor": audience_of(someone("donor", "XBB")),
    "coordinator": audience_of(COORDINATOR),
    "auditor": audience_of(AUDITOR),
}
MOMENTS = {"now": Moment(), "then": Moment(as_of="2024-06-30")}
LISTS = {
    "requests": filters.RequestFilter(),
    "pledges": filters.PledgeFilter(),
    "shifts": filters.ShiftFilter(),
    "meetings": filters.MeetingFilter(),
    "outcomes": filters.OutcomeFilter("all"),
}


class Predictable:
    """Encryption in which nothing is left to chance."""

    generate_key = staticmethod(lambda bits: bytes(bits // 8))

    def __new__(cls, key):
        return AESGCM(key)


@pytest.fixture(scope="module")
def records(databases):
    """The demonstration and a real meeting, recorded on each database by the same clock."""
    with pytest.MonkeyPatch.context() as patched, databases.fresh(KINDS[0]) as one, databases.fresh(KINDS[1]) as other:
        patched.setattr("adapters.event_store.texts.AESGCM", Predictable)
        patched.setattr("adapters.event_store.texts.uuid4", lambda: UUID(int=0))
        opened = [open_record(url, Clock("2030-01-01")) for url in (one, other)]
        for record in opened:
            refused = [Import(record, DEMO).run(read(path)).refused for path in (PATH, MEETING)]
            assert refused == [[], []]
            record.projector.catch_up()
        yield opened
        for record in opened:
            record.close()


@pytest.mark.parametrize("table", ["stored_events", "leaves", "names", "commands", "text_keys"])
def test_the_log(records, table):
    """Every table of the log, byte for byte."""
    one, other = (rows(record, table) for record in records)
    assert one == other != []


def rows(record, table):
    """All rows in their order."""
    return [dict(row) for row in run(record, f"SELECT * FROM {table} ORDER BY 1, 2")]


@pytest.mark.parametrize("view", VIEW_NAMES)
def test_the_views(records, view):
    """Every view, row by row and byte for byte."""
    one, other = (view_rows(record.engine)[view] for record in records)
    assert one == other


@pytest.mark.parametrize(("reader", "moment"), list(product(READERS, MOMENTS)))
def test_the_answers(records, reader, moment):
    """Every question, for every kind of reader, now and as of a day."""
    one, other = (answers(record.queries, READERS[reader], MOMENTS[moment]) for record in records)
    assert one == other


def answers(queries, viewer, moment):
    """What a reader is told."""
    return {
        "log": queries.log(viewer, ALL, moment),
        "states": queries.states(viewer, moment),
        "history": [
            queries.state_history(viewer, state, filters.HistoryFilter(), ALL, moment) for state in ("XAA", "XBB")
        ],
        "last contacts": queries.last_contacts(viewer, "XAA", moment),
        "explanations": queries.explanations(viewer, "XBB", "XAA", moment),
        "totals": queries.totals(viewer, filters.PledgeFilter(), moment),
        "deadlines": queries.deadlines(viewer, filters.DeadlineFilter(), moment),
        "standing": queries.standing(viewer, moment),
        **{name: getattr(queries, name)(viewer, asked, ALL, moment) for name, asked in LISTS.items()},
    }


def test_made_anew_they_are_the_same(records):
    """After a rebuild the views on either database hold what they held before, and nothing is left beside them."""
    for record in records:
        before = view_rows(record.engine)
        rebuild(record, VIEW_NAMES, lambda batches: batches)
        assert view_rows(record.engine) == before

    assert view_rows(records[0].engine) == view_rows(records[1].engine)
