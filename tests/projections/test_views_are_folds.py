"""Whatever is recorded, in whatever order: the views are the log, read again."""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from builders import AUDITOR, COORDINATOR, Kept, open_record, someone
from databases import Databases
from hypothesis import given, settings
from hypothesis import strategies as st
from recount import Recount
from sqlalchemy import StaticPool, create_engine, select
from stories import STEPS, Step, Story, a_clock, chunks

from adapters.projector import Projector, start_over
from projections.audience import COORDINATORS, PUBLIC, STATES_PARTIES, audience_of
from projections.moment import Moment
from projections.schema import metadata
from projections.views import VIEWS, refresh

READERS = [
    audience_of(who)
    for who in (
        *(someone(role) for role in ("public", "reader", "admin")),
        *(someone("state", state) for state in ("XAA", "XAB")),
        *(someone("donor", donor) for donor in ("XBB", "XBC")),
        someone("state", "XAA", "XBB"),
        COORDINATOR,
        AUDITOR,
    )
]
PARTIES = ["XAA", "XAB", "XBB", "XBC"]


@contextmanager
def a_record(databases: Databases) -> Iterator[Kept]:
    """A record of its own for each story."""
    with databases.fresh("sqlite") as url:
        record = open_record(url, a_clock())
        yield record
        record.close()


def told(record: Kept, steps: list[Step]) -> Kept:
    """A whole story, and the views of it."""
    Story(record).tell(steps)
    record.projector.catch_up()
    return record


def rows(record: Kept) -> dict[str, list[Any]]:
    """Every view table, byte for byte."""
    with record.engine.connect() as connection:
        return {
            view.name: [
                tuple(row) for row in connection.execute(select(view.table).order_by(*view.table.primary_key.columns))
            ]
            for view in VIEWS
        }


def rebuilt(record: Kept, batch: int) -> dict[str, list[Any]]:
    """The tables after a rebuild from zero."""
    with record.engine.execution_options(writes=True).begin() as connection:
        start_over(connection)
    Projector(record.engine, record.reader, batch).catch_up()
    return rows(record)


@settings(max_examples=30)
@given(STEPS, st.integers(1, 9), st.integers(1, 12))
def test_live_rebuilt_and_in_one_batch_are_the_same(databases, steps, size, batch):
    """However the projector was woken and however much it took at a time, the tables are byte for byte equal."""
    with a_record(databases) as record:
        story, live = Story(record), Projector(record.engine, record.reader, batch)
        for chunk in chunks(steps, size):
            story.tell(chunk)
            live.catch_up()
        as_lived = rows(record)

        assert rebuilt(record, batch=1) == as_lived
        assert rebuilt(record, batch=10_000) == as_lived


@settings(max_examples=30)
@given(STEPS)
def test_totals_are_a_recount(databases, steps):
    """For each circle the totals are what somebody would count who read the whole log by hand."""
    with a_record(databases) as record:
        told(record, steps)
        recount = Recount(record)

        for clearance, viewer in enumerate((PUBLIC, STATES_PARTIES, COORDINATORS)):
            shown = record.totals(viewer)
            for measure, expected in recount.totals(clearance).items():
                counted = {money["currency"]: Decimal(money["amount"]) for money in shown[measure]}
                assert counted == {currency: amount for currency, amount in expected.items() if amount}
            assert shown["pledges"] == len(recount.pledges(clearance))


@settings(max_examples=30)
@given(STEPS)
def test_no_accepted_shift_takes_more_than_there_is(databases, steps):
    """At its moment, where the amount pledged is known: max(pledged + increases, committed) - paid, all together."""
    with a_record(databases) as record:
        story = Story(record)

        def check(shift_id: str) -> None:
            recount = Recount(record)
            shift = next(
                row for row in recount.rows if (row["topic"], row.get("shift_id")) == ("support.shifted", shift_id)
            )
            pledge = recount.pledges(2)[shift["thing"]]
            if shift["direction"] == "increase" or not shift["money"] or not pledge[0]["money"]:
                return
            limits, taken = recount.most_that_may_be_taken(shift["thing"])
            currency = shift["money"]["currency"]
            assert taken[currency] <= limits[currency]

        story.when_shifted = check
        story.tell(steps)


@settings(max_examples=30)
@given(STEPS, st.sampled_from(READERS), st.sampled_from(PARTIES))
def test_as_of_today_is_now_for_every_reader(databases, steps, viewer, party):
    """The same folds answer for another moment: as of today and as known now they say what the live views say."""
    with a_record(databases) as record:
        told(record, steps)
        today = Moment("2025-06-15", record.clock())

        assert record.log(viewer) == record.log(viewer, today)
        assert record.requests(viewer) == record.requests(viewer, today)
        assert record.pledges(viewer) == record.pledges(viewer, today)
        assert record.shifts(viewer) == record.shifts(viewer, today)
        assert record.totals(viewer) == record.totals(viewer, today)
        assert record.history(viewer, state=party) == record.history(viewer, today, state=party)
        assert record.decisions(viewer, state=party) == record.decisions(viewer, today, state=party)


@settings(max_examples=30)
@given(STEPS)
def test_the_public_sees_what_public_facts_alone_say(databases, steps):
    """With every other fact struck from the log the public rows and totals are the same: nothing shines through."""
    with a_record(databases) as record:
        told(record, steps)
        recount = Recount(record)
        public = {row["id"] for row in recount.rows if recount.rank(row) == 0}
        streams = dict.fromkeys(row["thing"] for row in recount.rows)
        things = [
            kept
            for thing in record.reader.things(streams, record.recorder.last_position())
            if (kept := [each for each in thing if each.fact.event_id in public]) and kept[0] is thing[0]
        ]

        engine = create_engine("sqlite://", poolclass=StaticPool)
        metadata.create_all(engine)
        with record.engine.connect() as live, engine.begin() as struck:
            refresh(struck, things)
            for view in VIEWS:
                assert public_rows(live, view, public) == public_rows(struck, view, public)
        engine.dispose()


def public_rows(connection: Any, view: Any, public: set[str]) -> list[Any]:
    """What the public is shown of a view."""
    table = view.table
    query = select(table).order_by(*table.primary_key.columns)
    if "audience" in table.c:
        return [tuple(row) for row in connection.execute(query.where(table.c.audience == "public"))]
    if view.name == "events":
        query = select(table.c.position, table.c.for_readers).where(table.c.rank == 0).order_by(table.c.position)
        return [tuple(row) for row in connection.execute(query)]
    events = next(each.table for each in VIEWS if each.name == "events")
    seen = select(events.c.position).where(events.c.event_id.in_(public))
    return [tuple(row) for row in connection.execute(query.where(table.c.position.in_(seen)))]
