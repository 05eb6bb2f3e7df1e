"""The views follow the log by themselves, whoever recorded, and are made anew when their folds change."""

from builders import Clock, a_pledge, a_request, open_record
from databases import BOTH
from sqlalchemy import select

from projections.audience import COORDINATORS
from projections.schema import positions

pytestmark = BOTH
SOON = 30
"""Seconds after which a test gives up; nothing here takes a tenth of one."""


def test_a_reader_waits_for_its_own_write(record):
    """Whoever wrote and then reads waits until the views are there, and is woken, not kept."""
    record.projector.start()
    receipts = [record.writer.handle(a_request()) for _ in range(20)]

    assert record.projector.wait_for(receipts[-1].position, SOON)
    assert len(record.requests(COORDINATORS)) == 20


def test_nobody_waits_for_what_was_never_recorded(record):
    """After its time the wait ends in a no."""
    record.handle(a_request())

    assert record.projector.wait_for(1, 0)
    assert not record.projector.wait_for(2, 0)


def test_what_another_process_recorded_is_followed_too(record, database):
    """Two on one database: each sees what the other wrote."""
    other = open_record(database, Clock())
    record.projector.start()
    position = other.writer.handle(a_pledge()).position

    assert record.projector.wait_for(position, SOON)
    assert len(record.pledges(COORDINATORS)) == 1
    other.close()


def test_two_projectors_take_turns(record, database):
    """No event is projected twice or left out, whichever is faster."""
    other = open_record(database, Clock())
    for follower in (record, other):
        follower.projector.start()
    receipts = [each.writer.handle(a_request()) for _ in range(10) for each in (record, other)]

    for follower in (record, other):
        assert follower.projector.wait_for(max(receipt.position for receipt in receipts), SOON)
    assert len(record.requests(COORDINATORS)) == len(other.requests(COORDINATORS)) == 20
    other.close()


def test_a_view_of_another_version_is_made_again(record):
    """A fold that changed reads the whole log anew at the next start."""
    record.handle(a_pledge())
    with record.engine.begin() as connection:
        connection.execute(positions.update().values(version=0))

    record.projector.prepare()

    assert record.pledges(COORDINATORS) == []
    record.projector.catch_up()
    assert len(record.pledges(COORDINATORS)) == 1
    with record.engine.connect() as connection:
        assert 0 not in {row.version for row in connection.execute(select(positions))}


def test_views_that_stand_still_say_so_and_go_on(record):
    """The log goes on while the views cannot; when they can again they catch up by themselves."""
    record.handle(a_pledge())
    with record.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE pledges RENAME TO elsewhere")
    record.writer.handle(a_pledge(donor="XBC"))
    record.projector.start()
    while record.projector.failure is None:
        assert not record.projector.wait_for(2, 0.01)
    assert "pledges" in record.projector.failure

    with record.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE elsewhere RENAME TO pledges")

    assert record.projector.wait_for(2, SOON)
    assert len(record.pledges(COORDINATORS)) == 2
