"""Commands that wait together are committed together; each is answered for itself, on either database."""

from contextlib import suppress

import pytest
from builders import a_payment, a_pledge, a_request, a_shift, an_explanation, euros
from databases import BOTH
from eventsourcing.persistence import PersistenceError
from together import batch

from domain.errors import DomainError, RecordUnavailable
from projections.audience import COORDINATORS

pytestmark = BOTH


def test_a_refused_command_undoes_only_itself(record):
    """Of a batch that is committed together the others stay, also those that build on one another."""
    record.handle(a_pledge(key="pledge"))
    commands = [
        a_payment("key:pledge", 10),
        a_shift("cut", 1000, pledge_id="key:pledge"),
        a_shift("redirect", 30, pledge_id="key:pledge", key="turn"),
        a_request(occurred_on="2030-01-01"),
        an_explanation("key:turn"),
        a_payment("none"),
    ]
    futures = batch(record, commands)

    refused = [isinstance(future.exception(), DomainError) for future in futures]
    assert refused == [False, True, False, True, False, True]
    record.projector.catch_up()
    positions = [future.result().position for future in futures if not future.exception()]
    assert positions == [2, 4, 5]
    figures = {each["state"]: (each["pledged"], each["paid"]) for each in record.pledges(COORDINATORS)}
    assert figures == {"XAA": ([euros("70.00")], [euros("10.00")]), "XAB": ([euros("30.00")], [])}


def test_what_fails_halfway_is_undone_alone(record):
    """Whatever broke after some of a command's rows were written, none of them is left, and the others stay."""
    with record.datastore.shared():
        record.coordination.handle(a_request(key="before"))
        with suppress(ZeroDivisionError), record.datastore.attempt():
            record.coordination.handle(a_request(key="broken"))
            raise ZeroDivisionError
        record.coordination.handle(a_request(key="after"))

    assert record.recorder.last_position() == 2
    assert [record.handle(a_request(key=key)).replayed for key in ("before", "broken", "after")] == [True, False, True]


@pytest.mark.parametrize("problem", [ZeroDivisionError, RecordUnavailable, PersistenceError])
def test_a_note_that_fails_stops_nobody(record, problem):
    """What is written aside may fail unheard; commands are recorded after it as before."""

    def fail():
        raise problem

    record.writer.aside(fail)

    assert record.writer.submit(a_request()).result(timeout=30).position == 1


def test_nothing_waits_for_a_writer_that_stopped(record):
    """What was queued before the end is written; then the database is closed."""
    futures = [record.writer.submit(a_request()) for _ in range(20)]
    record.writer.stop()

    assert sorted(future.result(timeout=0).position for future in futures) == list(range(1, 21))
