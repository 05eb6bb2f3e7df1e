"""A server process on a database file, and tokens for it made beside it."""

import re
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count, product
from pathlib import Path
from string import ascii_uppercase
from types import TracebackType
from typing import Self

import httpx

from adapters.auth.access import digest_of, new_secret
from adapters.settings import Settings
from adapters.wiring import Service, open_service
from domain.actor import Actor
from outside.caller import Caller, Progress
from outside.command_line import ICA, CommandLine
from outside.running import Running

_INVENTED = ("X" + "".join(pair) for pair in product(ascii_uppercase, repeat=2))
_FRESH = (code for code in _INVENTED if code != "XKX" and code > "XBZ")
_NUMBERS = count(1)


def fresh_state() -> str:
    """An invented State that nobody has used yet."""
    return next(_FRESH)


@dataclass
class Server:
    """`ica serve` at work."""

    process: subprocess.Popen[str] | Running
    address: str
    ica: CommandLine
    beside: Service
    """The same record opened by another process: this one."""
    http: httpx.Client
    progress: Progress = field(default_factory=Progress)

    def caller(self, role: str | None, *parties: str, **token: str) -> Caller:
        """Somebody with a fresh token of a role; without a role, without a token."""
        return Caller(self.http, self.token(role, *parties, **token) if role else None, self.progress)

    def token(self, role: str, *parties: str, **also: str) -> str:
        """A fresh token's secret; `expires_on` and `label` if wanted."""
        secret = new_secret()
        body = {"role": role, "digest": digest_of(secret), "parties": list(parties) or None, **also}
        self.beside.record(Actor("cli:tester", operator=True), "create-token", body, f"token-{next(_NUMBERS)}")
        return secret

    def log_size(self) -> int:
        """How many events the log holds, whoever asks."""
        return self.beside.recorder.last_position()

    def end(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to end; its exit code."""
        self.process.send_signal(how)
        return self.process.wait(15)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.http.close()
        self.beside.close()
        self.process.kill()
        self.process.wait(15)


@contextmanager
def serving(folder: Path, *options: str, url: str = "", through: Sequence[str] = (), **env: str) -> Iterator[Server]:
    """`ica serve` on a database in a folder, at a port that is free; started `through` another program, if any."""
    ica = CommandLine(folder, folder / "record.db", url)
    env["ICA_PORT"] = "0"
    process = _begun(ica, options, through, env)
    said = ""
    for line in process.stdout or ():
        said += line
        if found := re.search(r"http://\S+", line):
            break
    else:
        raise AssertionError(f"{said} {(folder / 'server.log').read_text()}")
    beside = open_service(Settings(database_url=ica.address))
    http = httpx.Client(base_url=found[0], timeout=15)
    with Server(process, found[0], ica, beside, http) as server:
        yield server


def _begun(
    ica: CommandLine, options: Sequence[str], through: Sequence[str], env: dict[str, str]
) -> subprocess.Popen[str] | Running:
    log = ica.folder / "server.log"
    if not through:
        return ica.begin("serve", *options, log=log, env=env)
    with log.open("a") as errors:
        return subprocess.Popen(
            [*through, ICA, "serve", *options],
            env=ica.environment(**env),
            cwd=ica.folder,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
