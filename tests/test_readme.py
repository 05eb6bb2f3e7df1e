"""The README shows what really happens: its commands are run against a demonstration server; pages lead somewhere."""

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
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "docs" / "architecture.md",
    *DECISIONS,
]
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
            with httpx.Client(transport=httpx.HTTPTransport(retries=7)) as client:
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


@pytest.mark.parametrize("path", sorted(set(re.findall(rf"<http://{ADDRESS}([^>]*)>", README))))
def test_an_address_of_the_readme_is_a_page(served, address, path):
    """Somebody opens it in a browser, before anything is set."""
    answer = httpx.get(f"http://{address}{path}", headers={"Accept": "text/html"})

    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")


def test_whatever_is_not_run_says_why():
    """A block that nobody runs is one that nobody notices when it breaks."""
    others = [block.mark for block in BLOCKS if block not in RUN and block is not SERVE]

    assert all(mark.startswith("not run: ") for mark in others)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_whatever_a_page_names_is_there(page):
    """A file that moved, or a check that a decision leans on and that is gone, is found here."""
    text = page.read_text("utf-8")
    links = [page.parent / link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link]
    paths = [
        ROOT / path for path in re.findall(r"`((?:adapters|bots|deploy|domain|projections|tests)/[\w./-]+)`", text)
    ]

    assert not [path for path in (*links, *paths) if not path.exists()]


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.name)
def test_a_decision_is_a_page_that_names_its_check(page):
    """The question, what was chosen and refused, what it costs, what holds it: in forty lines."""
    text = page.read_text("utf-8")
    parts = re.findall(r"^\*\*([\w ]+)\.\*\*", text, re.MULTILINE)

    assert parts == ["Question", "Chosen", "Rejected", "What it costs", "Held by"]
    assert len(text.splitlines()) <= 40
    assert int(page.name.split("-")[0]) == int(text.removeprefix("# ").split(".")[0])
