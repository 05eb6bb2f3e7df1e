"""`ica serve`: it starts where it can, says why where it cannot, and ends when it is told to."""

import os
import signal
import socket
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from outside.command_line import ICA, CommandLine
from outside.server import serving


@pytest.fixture
def ica(tmp_path: Path) -> CommandLine:
    """On a file that is made where it is missing, and that people are told of by its name."""
    return CommandLine(tmp_path, tmp_path / "record.db")


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_in_order(how: signal.Signals, tmp_path: Path) -> None:
    """Exit 0 within seconds, though connections are open and somebody waits; what was acknowledged is there.

    A second server at the same place finds it taken, and does not disturb it.
    """
    with serving(tmp_path) as server, ThreadPoolExecutor(1) as pool:
        second = server.ica("serve", env={"ICA_PORT": server.address.rsplit(":", 1)[1]})
        assert (second.code, "Traceback" in second.err) == (1, False)
        made = server.caller("coordinator").record("make-pledge", donor="XBB", state="XAA")
        waiting = pool.submit(server.http.get, "/api/v1/pledges?wait=1000000")
        began = time.monotonic()
        assert server.end(how) == 0
        assert time.monotonic() - began < 20
        assert waiting.exception() or waiting.result().status_code == 503
        with pytest.raises(httpx.TransportError):
            server.http.get("/healthz")
        assert "Traceback" not in (tmp_path / "server.log").read_text()
        assert made["id"] in server.ica.done("export", "log").out


def test_a_port_that_is_taken(ica: CommandLine) -> None:
    """Exit 1 with a sentence that names the place and the settings; no database is begun."""
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        done = ica("serve", env={"ICA_PORT": str(port)})
    assert (done.code, done.out) == (1, "")
    assert f"127.0.0.1:{port}" in done.sentence
    assert "ICA_PORT" in done.sentence
    assert not ica.database.exists()


@pytest.mark.parametrize("host", ["no.such.host.invalid", "192.0.2.1"])
def test_a_host_that_is_not_here(host: str, ica: CommandLine) -> None:
    """The same for an address that is not this machine's."""
    done = ica("serve", env={"ICA_HOST": host, "ICA_PORT": "0"})
    assert (done.code, host in done.sentence, "Traceback" in done.err) == (1, True, False)


def test_demonstration_data_does_not_mix(ica: CommandLine) -> None:
    """`--demo` where other facts are: exit 1, and nothing was added."""
    ica.done("do", "make-pledge", "--donor", "XBB", "--state", "XAA")
    done = ica("serve", "--demo", env={"ICA_PORT": "0"})
    assert done.code == 1
    assert "record.db holds other facts" in done.sentence
    assert len(ica.done("export", "log").out.splitlines()) == 1


def test_a_token_before_the_demonstration(tmp_path: Path) -> None:
    """Whoever made a token or linked a person first is served all the same: neither is a fact of the field."""
    ica = CommandLine(tmp_path, tmp_path / "demo.db")
    ica.done("token", "create", "--role", "coordinator")
    ica.done("person", "link", "--slack", "T1/U1", "--role", "coordinator")
    process = subprocess.Popen(
        [ICA, "serve", "--demo"], env=ica.environment(ICA_PORT="0"), cwd=tmp_path, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    loaded = process.stdout.readline()
    process.terminate()
    process.wait(15)
    assert loaded.startswith("Demonstration data in ")


def test_the_demonstration_has_a_database_of_its_own(tmp_path: Path) -> None:
    """`ica serve --demo` without a database in the settings: demo.db, loaded, beside whatever else there is."""
    ica = CommandLine(tmp_path, tmp_path / "ica.db")
    environment = ica.environment(ICA_PORT="0")
    del environment["ICA_DATABASE_URL"]
    process = subprocess.Popen(
        [ICA, "serve", "--demo"], env=environment, cwd=tmp_path, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    loaded, answers = (process.stdout.readline() for _ in range(2))
    assert "Demonstration data in demo.db" in loaded
    address = answers.split()[3]
    assert httpx.get(f"{address}/api/v1/states", timeout=15).json()["position"] > 100
    process.terminate()
    assert process.wait(15) == 0
    assert not ica.database.exists()


def test_migrating_twice(ica: CommandLine) -> None:
    """The first makes the database, the second changes not a byte of what it holds."""
    first = ica.afresh("migrate")
    assert (first.code, "0 events" in first.out) == (0, True)
    ica.done("do", "make-pledge", "--donor", "XBB", "--state", "XAA")
    before = ica.done("export", "log").out
    assert "1 events" in ica.done("migrate").out
    assert ica.done("migrate").out == ica.done("migrate").out
    assert ica.done("export", "log").out == before


def test_a_new_database_holds_no_facts(ica: CommandLine) -> None:
    """`ica migrate` records nothing."""
    ica.done("migrate")
    assert ica.done("export", "log").out == ""
    assert os.stat(ica.database).st_size > 0
