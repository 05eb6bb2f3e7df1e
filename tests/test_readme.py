"""The README shows what really happens: its commands are run against a demonstration server, its outputs compared."""

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
STAND_IN_FOR_CURL = Path(__file__).parent / "demonstration" / "curl.py"
ADDRESS = "127.0.0.1:8000"

_BLOCK = re.compile(
    r"(?:^<!-- (?P<mark>[^\n]+) -->\n)?^```sh\n(?P<commands>.*?)^```\n(?:\n```text\n(?P<output>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Block:
    """Commands of the README, and what it says they print; `…` stands for what it leaves out."""

    mark: str
    commands: str
    output: str

    @property
    def expected(self) -> re.Pattern[str]:
        """A line of `…` alone is any number of lines, within a line it is anything."""
        lines = [re.escape(line.rstrip()).replace("…", ".*") + "\n" for line in self.output.splitlines()]
        return re.compile("".join("(?:.*\n)*" if line == ".*\n" else line for line in lines))


BLOCKS = [Block(found["mark"] or "", found["commands"], found["output"] or "") for found in _BLOCK.finditer(README)]
SERVE = next(block for block in BLOCKS if block.mark == "started by the test")
RUN = [block for block in BLOCKS if block.mark == "run by the test"]


@pytest.fixture(scope="module")
def address() -> str:
    """A free port of this machine."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{taken.getsockname()[1]}"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a fresh clone: no record and no settings in it, the set-up done, the repository's files at hand."""
    place = tmp_path_factory.mktemp("clone")
    (place / ".venv").symlink_to(sys.prefix)
    (place / "adapters").symlink_to(ROOT / "adapters")
    if not shutil.which("curl"):
        (place / "bin").mkdir()
        (place / "bin" / "curl").write_text(f"#!{sys.executable}\n{STAND_IN_FOR_CURL.read_text('utf-8')}", "utf-8")
        (place / "bin" / "curl").chmod(0o755)
    return place


@pytest.fixture(scope="module")
def machine(place: Path, address: str) -> dict[str, str]:
    """The environment of a person who has set nothing, but for the port."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ICA_")}
    return kept | {"PATH": f"{place}/bin:{os.environ['PATH']}", "ICA_PORT": address.split(":")[1], "LC_ALL": "C.UTF-8"}


@pytest.fixture(scope="module")
def served(place: Path, machine: dict[str, str], address: str) -> Iterator[Path]:
    """What `make run` starts, answering; the file holds what it printed."""
    printed = place / "printed"
    command = [Path(sys.executable).with_name("ica"), "serve", "--demo"]
    with printed.open("w") as out, subprocess.Popen(command, cwd=place, env=machine, stdout=out, stderr=out) as server:
        try:
            with httpx.Client(transport=httpx.HTTPTransport(retries=6)) as client:
                assert client.get(f"http://{address}/readyz").status_code == 200, printed.read_text()
            yield printed
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def outputs(served: Path, place: Path, machine: dict[str, str], address: str) -> list[str]:
    """What each block prints, all of them run in one shell, one after the other."""
    script = "".join(f"{block.commands}printf '\\036'\n" for block in RUN).replace(ADDRESS, address)
    run = subprocess.run(
        ["bash", "-c", script],
        cwd=place,
        env=machine,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    said = run.stdout.decode().replace("\r\n", "\n").replace(address, ADDRESS)
    return ["".join(f"{line.rstrip()}\n" for line in part.splitlines()) for part in said.split("\036")[:-1]]


def test_the_first_five_minutes_are_whole(outputs):
    """No command ends the shell or waits for somebody."""
    assert len(outputs) == len(RUN) >= 10


@pytest.mark.parametrize("number", range(len(RUN)))
def test_a_command_prints_what_the_readme_shows(outputs, number):
    """Shortened where it says `…`, else word for word."""
    assert RUN[number].expected.fullmatch(outputs[number]), outputs[number]


def test_the_service_says_what_the_readme_shows(served):
    """The start is the first thing that anybody sees."""
    said = re.sub(r"127\.0\.0\.1:\d+", ADDRESS, served.read_text("utf-8"))
    last_line_of_make_run = SERVE.output.splitlines()[-1]

    assert last_line_of_make_run in said.splitlines()


def test_whatever_is_not_run_says_why():
    """A block that nobody runs is one that nobody notices when it breaks."""
    others = [block.mark for block in BLOCKS if block not in RUN and block is not SERVE]

    assert all(mark.startswith("not run: ") for mark in others)


def test_every_link_within_the_repository_leads_somewhere():
    """A page that moved is found here."""
    links = [link for link in re.findall(r"\]\(([^)#]+)", README) if "://" not in link]

    assert links
    assert not [link for link in links if not (ROOT / link).exists()]
