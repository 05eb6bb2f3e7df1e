"""What one process records the views of another show at once, on PostgreSQL because it is told."""

import threading
import time
from contextlib import contextmanager

import pytest
from builders import Clock, a_request, open_record

from adapters.event_store.postgres_news import Listening

from . import BOTH


class Broken(Exception):
    """Something went wrong."""


NEVER = 3600
SOON = 5


class Woken:
    """Counts how often it was called."""

    def __init__(self):
        self.times, self._changed = 0, threading.Condition()

    def __call__(self):
        with self._changed:
            self.times += 1
            self._changed.notify_all()

    def at_least(self, times):
        """Whether it comes to that soon."""
        with self._changed:
            return self._changed.wait_for(lambda: self.times >= times, SOON)


@pytest.fixture
def postgres(databases):
    """The address of a fresh PostgreSQL database."""
    with databases.fresh("postgresql") as url:
        yield url


@pytest.fixture
def listening(postgres, monkeypatch):
    """A service whose views would look by themselves only in an hour."""
    monkeypatch.setattr(Listening, "look_again_after", NEVER)
    with opened(postgres) as service:
        service.projector.start()
        yield service


@contextmanager
def opened(url):
    """A service, closed in the end."""
    service = open_record(url, Clock())
    try:
        yield service
    finally:
        service.close()


@BOTH
def test_another_process_is_noticed_within_a_second(database):
    """On either database, by whatever way."""
    with opened(database) as reading, opened(database) as writing:
        reading.projector.start()
        writing.writer.handle(a_request())

        assert reading.projector.wait_for(1, 1)


def test_a_commit_wakes_the_others(listening, postgres):
    """Without any look in between."""
    with opened(postgres) as writing:
        for position in (1, 2, 3):
            writing.writer.handle(a_request())
            assert listening.projector.wait_for(position, SOON)


def test_what_was_recorded_before_anybody_listened_is_found(postgres, monkeypatch):
    """It listens first and looks then."""
    monkeypatch.setattr(Listening, "look_again_after", NEVER)
    with opened(postgres) as writing, opened(postgres) as reading:
        writing.writer.handle(a_request())
        reading.projector.start()

        assert reading.projector.wait_for(1, SOON)


def test_a_commit_without_the_writer_wakes_them_too(listening, postgres):
    """As an import's does, and a command handled on its own."""
    with opened(postgres) as writing:
        with writing.datastore.shared():
            writing.coordination.handle(a_request())
        assert listening.projector.wait_for(1, SOON)
        writing.coordination.handle(a_request())
        assert listening.projector.wait_for(2, SOON)


def test_what_is_rolled_back_wakes_nobody(databases, postgres):
    """There is nothing to see."""
    woken = Woken()
    with opened(postgres) as service:
        news = Listening(service.datastore.engine)
        news.start(woken)
        assert woken.at_least(1)
        with pytest.raises(Broken):
            record_and_break(service)
        service.writer.handle(a_request())
        assert woken.at_least(2)
        news.stop()

    assert woken.times == 2


def record_and_break(service):
    """A transaction that does not come to its end."""
    with service.datastore.shared():
        service.coordination.handle(a_request())
        raise Broken


def test_a_listener_that_was_cut_off_comes_back(databases, postgres):
    """And looks at once: something may have been recorded meanwhile."""
    woken = Woken()
    with opened(postgres) as service:
        news = Listening(service.datastore.engine)
        news.look_again_after = 0.05
        news.start(woken)
        assert woken.at_least(1)
        databases.server.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' "
            f"AND datname = '{postgres.split('/')[3].split('?')[0]}'"
        )
        assert woken.at_least(2)
        service.writer.handle(a_request())
        assert woken.at_least(3)
        began = time.monotonic()
        news.stop()

    assert time.monotonic() - began < 10
