"""`ica` on PostgreSQL: set up by its owner, then used; a worker keeps the views for others."""

import signal
import subprocess
import time

import pytest
from builders import Clock, a_request, open_record
from outside.command_line import ICA, CommandLine

from .server import OWNER


@pytest.fixture
def ica(databases, tmp_path):
    """The command line on an empty database, with the two roles."""
    name = databases.server.new(template="template0")
    yield CommandLine(tmp_path, tmp_path / "none.db", databases.server.address(name))
    databases.server.drop(name)


@pytest.fixture
def owner(databases, ica):
    """The setting that `ica migrate` needs."""
    return {"ICA_DATABASE_OWNER_URL": ica.url.replace("ica_service@", f"{OWNER}@")}


def test_first_it_says_what_to_do_then_it_works(ica, owner):
    """Misuse before the migration; afterwards the record is used without the owner's password."""
    told = ica("history", "XAA")
    assert (told.code, "run `ica migrate`" in told.err) == (2, True)

    said = ica.done("migrate", env=owner).out
    assert " is ready: 0 events" in said
    assert "postgresql://ica_service@" in said
    assert ica.done("migrate", env=owner).out == said

    ica.done("do", "submit-request", "--state", "XAA", "--article", "4", "--nature", "financial", "--need", "Clear it.")
    assert "Clear it." in ica.done("history", "XAA").out
    assert "1 things" in ica.done("rebuild").out
    assert "for XBZ in postgresql://ica_service@" in ica.done("history", "XBZ").out


def test_a_worker_keeps_the_views(ica, owner):
    """What another process recorded the worker projects; asked to end, it ends."""
    ica.done("migrate", env=owner)
    record = open_record(ica.url, Clock())
    worker = subprocess.Popen([ICA, "worker"], env=ica.environment(), stdout=subprocess.PIPE, text=True)
    try:
        assert "Following the log in postgresql://" in worker.stdout.readline()
        record.writer.handle(a_request())
        last = time.monotonic() + 10
        while record.queries.position() < 1 and time.monotonic() < last:
            time.sleep(0.02)
        assert record.queries.position() == 1
    finally:
        record.close()
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(10) == 0
        worker.stdout.close()
