"""A SQLite file that may not be written to, or that another program holds: said in a sentence, and it passes."""

import os
import sqlite3
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest
from outside.caller import refused
from outside.command_line import CommandLine
from outside.server import serving

PLEDGE = ("do", "make-pledge", "--donor", "XBB", "--state", "XAA")
BODY = {"donor": "XBB", "state": "XAA"}
WITHOUT_RIGHTS = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if os.geteuid() == 0 else ()
"""Files that may only be read may be written by root, unless it gives up its rights."""


@pytest.fixture
def ica(tmp_path):
    """A record with one pledge."""
    line = CommandLine(tmp_path, tmp_path / "record.db")
    line.done(*PLEDGE)
    return line


@pytest.fixture
def kept_from_root():
    """Only where root can give up its rights."""
    if WITHOUT_RIGHTS and subprocess.run([*WITHOUT_RIGHTS, "true"], check=False).returncode:
        pytest.skip("root cannot give up its rights here")


@pytest.mark.usefixtures("kept_from_root")
class TestReadOnly:
    """A file that may only be read."""

    @pytest.mark.parametrize("words", [PLEDGE, ("rebuild",), ("token", "create", "--role", "reader")])
    def test_the_command_line_says_what_to_do(self, ica, words):
        """One line, exit 1, and nothing is recorded."""
        ica.database.chmod(0o444)
        told = ica.afresh(*words, through=WITHOUT_RIGHTS)

        assert (told.code, told.out) == (1, "")
        assert "its file and folder must be there, and writable for this user" in told.sentence
        assert "Traceback" not in told.err
        assert len(ica.log()) == 1

    def test_what_is_on_record_is_told(self, ica):
        """To look needs no right to write."""
        ica.database.chmod(0o444)
        assert "Halvora pledged" in ica.afresh("history", "XAA", through=WITHOUT_RIGHTS).out

    def test_a_server_reads_on_and_records_again_by_itself(self, ica):
        """503 with the time to wait, while it is so; then it records, at the second try, without being started anew."""
        ica.database.chmod(0o444)
        with serving(ica.folder, through=WITHOUT_RIGHTS) as server:
            office = server.caller("coordinator")
            answer = office.say("make-pledge", key="one", **BODY)
            assert "writable for this user" in refused(answer, 503)["detail"]
            assert answer.headers["retry-after"]
            assert len(office.items("/pledges", wait=0)) == 1

            for path in ica.folder.glob("record.db*"):
                path.chmod(0o644)
            answers = [office.say("make-pledge", key="one", **BODY).status_code for _ in range(2)]
            assert answers[-1] in {200, 201}
            assert len(office.items("/pledges")) == 2


def test_a_file_that_another_program_holds(ica):
    """Whoever would write waits ten seconds and is told; whoever only reads is answered at once."""
    with serving(ica.folder) as server, ThreadPoolExecutor(2) as pool:
        office = server.caller("coordinator")
        office.items("/pledges", wait=server.log_size())
        other = sqlite3.connect(ica.database, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        by_line = pool.submit(ica.afresh, *PLEDGE)
        by_http = pool.submit(office.say, "make-pledge", key="one", **BODY)
        assert len(office.items("/pledges")) == 1
        assert "Halvora pledged" in ica.done("history", "XAA").out

        answer = by_http.result()
        assert "another program has held it" in refused(answer, 503)["detail"]
        assert answer.headers["retry-after"]
        assert by_line.result().code == 1
        assert "another program has held it" in by_line.result().sentence
        other.close()
        assert office.say("make-pledge", key="one", **BODY).status_code == 201
