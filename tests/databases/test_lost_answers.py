"""A connection can die between the commit and its answer: nobody is told no who was recorded, nor yes who was not."""

import threading
from contextlib import contextmanager

import pytest
from builders import Clock, a_request, a_shift, open_record

from domain.errors import DomainError, OutcomeUnknown, RecordUnavailable

from . import KINDS
from .proxy import proxy_to


@pytest.fixture
def dying(record, monkeypatch):
    """The record's next write transaction fails, before or after its commit."""

    def die(when):
        real = record.datastore.shared

        @contextmanager
        def shared():
            monkeypatch.undo()
            with real():
                yield
                if when == "before":
                    raise RecordUnavailable("the connection died")
            raise RecordUnavailable("the connection died")

        monkeypatch.setattr(record.datastore, "shared", shared)

    return die


@pytest.mark.parametrize("database", KINDS, indirect=True)
class TestWhatIsStored:
    """The answer is what the log holds under the command's key."""

    def test_after_the_commit_it_was_recorded(self, record, dying):
        """The receipt is that of a command recorded now, and what is sent again meets it."""
        dying("after")
        receipt = record.handle(a_request(key="one key"))

        assert (receipt.position, receipt.replayed) == (1, False)
        assert record.handle(a_request(key="one key")).replayed
        assert record.recorder.last_position() == 1

    def test_before_the_commit_it_was_not(self, record, dying):
        """Nothing is kept, and the same key records."""
        dying("before")
        with pytest.raises(RecordUnavailable) as told:
            record.handle(a_request(key="one key"))

        assert told.value.outcome == "Nothing was recorded."
        assert record.recorder.last_position() == 0
        assert not record.handle(a_request(key="one key")).replayed

    def test_a_refusal_in_the_same_batch_stands(self, record, dying):
        """Commands that shared the transaction each keep their own answer."""
        begun, go_on = threading.Event(), threading.Event()
        record.writer.aside(lambda: begun.set() or go_on.wait())
        begun.wait()
        dying("after")
        recorded, refused = (record.writer.submit(each) for each in (a_request(), a_shift(pledge_id="none")))
        go_on.set()

        assert recorded.result().position == 1
        assert isinstance(refused.exception(), DomainError)

    def test_while_nobody_can_look_it_is_not_known(self, record, monkeypatch):
        """Neither yes nor no is said of what may be either."""

        @contextmanager
        def gone():
            raise RecordUnavailable("the server is gone")
            yield

        @contextmanager
        def dies_then_stays_away():
            monkeypatch.setattr(record.datastore, "shared", gone)
            with real():
                yield
            raise RecordUnavailable("the connection died")

        real = record.datastore.shared
        monkeypatch.setattr(record.datastore, "shared", dies_then_stays_away)
        with pytest.raises(OutcomeUnknown, match="the server is gone") as told:
            record.handle(a_request(key="one key"))
        monkeypatch.undo()

        assert "not known" in told.value.outcome
        assert record.handle(a_request(key="one key")).replayed


def test_a_connection_cut_after_the_commit(databases, tmp_path_factory):
    """The same with a real server, whose answer is swallowed on its way."""
    name = databases.server.new()
    folder = tmp_path_factory.mktemp("p")
    with proxy_to(databases.server.socket_folder, folder) as proxy:
        url = databases.server.address(name).replace(str(databases.server.socket_folder), str(folder))
        record = open_record(url, Clock())
        record.handle(a_request())
        proxy.cut_next_commit()

        receipt = record.writer.handle(a_request(key="one key"))

        assert (receipt.position, receipt.replayed) == (2, False)
        assert record.recorder.last_position() == 2
        record.close()
    databases.server.drop(name)
