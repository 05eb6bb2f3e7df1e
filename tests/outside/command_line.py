"""`ica` as a process of its own."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any

from outside.running import Running

ICA = Path(sys.executable).with_name("ica")
_FRAME = dict.fromkeys(map(ord, "│╭╮╰╯─"), " ")


@dataclass(frozen=True)
class Done:
    """What a finished command left behind."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """What was said on standard error, without frames and line breaks."""
        return " ".join(self.err.translate(_FRAME).split())

    @property
    def last_line(self) -> str:
        """Where `ica token create` puts the token."""
        return self.out.splitlines()[-1]


@dataclass(frozen=True)
class CommandLine:
    """`ica` in a folder of its own, on one database."""

    folder: Path
    database: Path
    url: str = ""
    """Where the database is, if not in that file."""

    @property
    def address(self) -> str:
        """The database."""
        return self.url or f"sqlite:///{self.database}"

    def environment(self, **also: str) -> dict[str, str]:
        """What the process sees: nothing of the tester's own ICA_ settings."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ICA_")}
        return kept | {"ICA_DATABASE_URL": self.address, "COLUMNS": "100"} | also

    def __call__(self, *words: str | Path, stdin: str | bytes = "", env: Mapping[str, str] | None = None) -> Done:
        """Run `ica` with these words and wait for its end; forked from a process that has it loaded."""
        with tempfile.TemporaryDirectory() as place:
            streams = [Path(place, name) for name in ("in", "out", "err")]
            streams[0].write_bytes(stdin.encode() if isinstance(stdin, str) else stdin)
            code = self._asked(words, env or {}, streams=[str(stream) for stream in streams])
            return Done(code, streams[1].read_bytes().decode(), streams[2].read_bytes().decode())

    def begin(self, *words: str, log: Path, env: Mapping[str, str] | None = None) -> Running:
        """Run `ica` with these words beside the test; what it complains of is added to a file."""
        running = Running()
        running.begun(self._asked(words, env or {}, streams=running.streams(log), ended=running.ended))
        return running

    def _asked(self, words: Sequence[str | Path], env: Mapping[str, str], **also: Any) -> int:
        call = {"words": [str(word) for word in words], "env": self.environment(**env), "folder": str(self.folder)}
        calls, answers = _zygote()
        calls.write(f"{json.dumps(call | also)}\n")
        calls.flush()
        return int(answers.readline())

    def log(self) -> list[dict[str, Any]]:
        """Every event on record, as `ica export log` writes them."""
        return [json.loads(line) for line in self.done("export", "log").out.split("\n")[:-1]]

    def afresh(
        self, *words: str | Path, stdin: str = "", env: Mapping[str, str] | None = None, through: Sequence[str] = ()
    ) -> Done:
        """Run the installed `ica` from its very start, `through` another program, if any."""
        ended = subprocess.run(
            [*through, ICA, *map(str, words)],
            input=stdin.encode(),
            env=self.environment(**env or {}),
            cwd=self.folder,
            capture_output=True,
            check=False,
            timeout=60,
        )
        return Done(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    def done(self, *words: str | Path, stdin: str | bytes = "", env: Mapping[str, str] | None = None) -> Done:
        """Run what must succeed."""
        ended = self(*words, stdin=stdin, env=env)
        assert ended.code == 0, ended
        return ended


@cache
def _zygote() -> tuple[IO[str], IO[str]]:
    answers, to_answer = os.pipe()
    process = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("zygote.py"), str(to_answer)],
        stdin=subprocess.PIPE,
        text=True,
        pass_fds=[to_answer],
    )
    os.close(to_answer)
    assert process.stdin
    return process.stdin, os.fdopen(answers)
